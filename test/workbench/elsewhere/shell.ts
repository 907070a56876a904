import { execFileSync } from "node:child_process";

/** The words behind `npm start --` of each command, as a shell reads it. None of them is empty. */
export function wordsOf(commands: readonly string[]): string[][] {
  const npm = String.raw`npm() { shift 2; printf '%s\0' "$@"; printf '\0'; }`;
  const script = [npm, ...commands].join("\n");
  const said = execFileSync("sh", ["-s"], { input: script, encoding: "utf8", maxBuffer: 1e8 });
  return said
    .split("\0\0")
    .slice(0, -1)
    .map((one) => one.split("\0"));
}
