import { decoded } from "./entities";

/** What begins on a line of its own and ends one. */
const BLOCKS = new Set(
  "p div li tr table ul ol blockquote pre section article header footer h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

/** What has a text that nobody reads. */
const HIDDEN = new Set(["style", "script", "title", "template"]);

/** What a person reads of some HTML. It is gone through once, whatever stands in it. */
export function textIn(html: string): string {
  const text = new PlainText();
  const tags = new Tags(html);
  let place = 0;
  for (;;) {
    const start = tags.next(place);
    text.add(html.slice(place, start));
    if (start === html.length) {
      return text.whole();
    }
    const { name, isClosing, end } = tags.at(start);
    place = end;
    if (name === "br" || name === "hr" || (isClosing && BLOCKS.has(name))) {
      text.endLine();
    } else if (BLOCKS.has(name)) {
      text.beginLine();
    } else if (name === "td" || name === "th") {
      text.add(" ");
    } else if (HIDDEN.has(name) && !isClosing) {
      place = tags.closingOf(name, end);
    }
  }
}

/** Where the tags of some HTML are. What is never closed is text, and looked for but once. */
class Tags {
  readonly #html: string;
  /** Whether a tag's end is looked for behind its quoted values. */
  #minds = true;
  #areMore = true;

  constructor(html: string) {
    this.#html = html;
  }

  /** @returns where the next tag or comment begins; the length where there is none */
  next(from: number): number {
    const html = this.#html;
    for (
      let at = html.indexOf("<", from);
      at >= 0 && this.#areMore;
      at = html.indexOf("<", at + 1)
    ) {
      if (/^<(?:\/?[a-z]|[!?])/i.test(html.slice(at, at + 3)) && this.#endOf(at) >= 0) {
        return at;
      }
    }
    return html.length;
  }

  at(start: number) {
    const tag = this.#html.slice(start, start + 16);
    const [, slash, name = ""] = /^<(\/?)([a-z][a-z\d]*)/i.exec(tag) ?? [];
    return { name: name.toLowerCase(), isClosing: slash === "/", end: this.#endOf(start) };
  }

  /** @returns behind the end of an element that has no elements in it */
  closingOf(name: string, from: number): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    closing.lastIndex = from;
    const end = closing.test(this.#html) ? this.#html.indexOf(">", closing.lastIndex) : -1;
    return end < 0 ? this.#html.length : end + 1;
  }

  #endOf(start: number): number {
    const html = this.#html;
    if (html.startsWith("<!--", start)) {
      const end = html.indexOf("-->", start + 2);
      return end < 0 ? html.length : end + 3;
    }
    const end = this.#minds ? this.#endBehindQuotes(start) : -1;
    if (end >= 0) {
      return end;
    }
    this.#minds = false;
    const plain = html.indexOf(">", start);
    this.#areMore = plain >= 0;
    return plain < 0 ? -1 : plain + 1;
  }

  #endBehindQuotes(start: number): number {
    const html = this.#html;
    for (let at = start; at >= 0 && at < html.length; at += 1) {
      const one = html[at];
      if (one === ">") {
        return at + 1;
      }
      if ((one === '"' || one === "'") && html[at - 1] === "=") {
        at = html.indexOf(one, at + 1);
        if (at < 0) {
          return -1;
        }
      }
    }
    return -1;
  }
}

/** Text as it comes together: spaces and lines as HTML is shown with them. */
class PlainText {
  readonly #parts: string[] = [];
  #isAtStart = true;
  #endsInSpace = true;

  add(html: string): void {
    const text = html.replace(/\s+/g, " ");
    const rest = this.#endsInSpace && text.startsWith(" ") ? text.slice(1) : text;
    if (rest !== "") {
      this.#parts.push(decoded(rest).replaceAll("\u00a0", " "));
      this.#endsInSpace = rest.endsWith(" ");
      this.#isAtStart = false;
    }
  }

  endLine(): void {
    this.#parts.push("\n");
    this.#endsInSpace = true;
    this.#isAtStart = true;
  }

  beginLine(): void {
    if (!this.#isAtStart) {
      this.endLine();
    }
  }

  whole(): string {
    const lines = this.#parts.join("").split("\n");
    const text = lines.map((line) => line.trim()).join("\n");
    return text.replace(/\n{3,}/g, "\n\n").trim();
  }
}
