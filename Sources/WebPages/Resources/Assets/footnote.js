// Everything on the page works without this file. It adds: answers while one types (search.js), single
// keys (keyboard.js), and on a document the cited lines, the contents and the notes beside citation
// links (document.js).

import { startDocument } from "./document.js";
import { startKeyboard } from "./keyboard.js";
import { openColumns } from "./page.js";
import { startSearch } from "./search.js";

openColumns();
const search = startSearch();
startKeyboard(search);
startDocument();
