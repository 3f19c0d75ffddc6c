// Small things that several modules need.

const status = document.getElementById("announce");
const toast = document.getElementById("toast");
let announcing = 0;
let fading = 0;

/** Tells a screen reader, after `delay` without a newer message, so that typing is not talked over. */
export function announce(text, delay = 700) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    // The same text twice would not be read again.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }, delay);
}

/** Copies `text` and says so; where the browser does not allow it, shows the text to be copied by hand. */
export async function copy(text) {
  let message = `Copied: ${text}`;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    message = text;
  }
  toast.textContent = message;
  announce(message, 0);
  clearTimeout(fading);
  fading = setTimeout(() => { toast.textContent = ""; }, 4000);
}

/**
 * Reads a fragment that this server has rendered. DOMParser runs no script and loads nothing; an answer
 * from elsewhere, or one that is not HTML, is refused.
 */
export async function fetchFragment(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: "text/html" }, credentials: "same-origin" });
  const kind = response.headers.get("Content-Type") ?? "";
  if (new URL(response.url).origin !== location.origin || !kind.startsWith("text/html")) {
    throw new Error("not a fragment of this server");
  }
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/**
 * On a wide screen the filters and the contents stand open in their column. The style sheet does that alone
 * where it can show the content of a closed details element; elsewhere they are opened.
 */
export function openColumns() {
  if (CSS.supports("selector(::details-content)") || !matchMedia("(min-width: 72em)").matches) return;
  for (const details of document.querySelectorAll("#facets-box, .legend, .contents details")) details.open = true;
}
