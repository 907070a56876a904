import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "dotenv";
import { connectionFromEnvironment, type Environment } from "../../src/connections/environment";

const ROOT = path.join(__dirname, "..", "..");
const VARIABLE = /\b(?:GORGIAS_[A-Z_]+|PRISMATIC_CONNECTION_VALUE)\b/g;

/** The variables that a text names, in alphabetical order. */
function namedIn(text: string): string[] {
  return [...new Set(text.match(VARIABLE))].sort();
}

/** All that is written in the code of these folders. */
function codeOf(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => path.join(ROOT, folder, file)),
  );
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

/** What is looked up when an account is made of an environment, whichever way. */
function lookedUp(): string[] {
  const names: string[] = [];
  const empty = new Proxy<Environment>(
    {},
    {
      get(_, name) {
        names.push(String(name));
        return undefined;
      },
    },
  );
  connectionFromEnvironment(empty);
  return names;
}

/** What code takes out of the environment of its process by name. */
const takenByName = [
  ...codeOf("src", "cli", "sandbox").matchAll(
    /\bprocess\.env\.(\w+)|\{([^{}]*)\}[^;{}]*= process\.env\b(?!\.)/g,
  ),
].map(([, one = "", several = ""]) => `${one} ${several}`);

const example = readFileSync(path.join(ROOT, ".env.example"), "utf8");
const read = namedIn([...lookedUp(), ...takenByName].join(" "));

it("the example of an environment has every variable that is read, and no other", () => {
  const offered = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  expect(offered.sort()).toEqual(read);
  expect(read).toContain("GORGIAS_BASE_URL");
});

it("it holds no value, so that a copy of it changes nothing", () => {
  const values = parse(example);
  expect(new Set(Object.values(values))).toEqual(new Set([""]));
  expect(connectionFromEnvironment(values)).toBeUndefined();
});

it("the guide to connecting explains every variable", () => {
  const guide = readFileSync(path.join(ROOT, "docs", "connecting.md"), "utf8");
  expect(namedIn(guide)).toEqual(read);
});
