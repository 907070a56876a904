import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox";
import { bundlePath } from "../support/bundle";
import { blocksOf, commandsOf, fencesOf, namedIn, PAGES } from "./commands";
import { Reader } from "./reader";
import { refusedByPrism } from "./refusedByPrism";

const ROOT = path.join(__dirname, "..", "..");

/** Commands that are not run here, because CI runs them itself, and the line of `.ci/run` that does. */
const RUN_BY_CI: Readonly<Record<string, string>> = {
  "npm ci": "npm ci",
  "npm cit": "npx jest",
  "npm test": "npx jest",
  "npx jest test/inputs": "npx jest",
  "npx jest test/bench": "npx jest",
  "npx jest test/docs": "npx jest",
  "npm run build": "npm run build",
  "npm run build:workbench": "npm run build:workbench",
  "npm run lint": "npm run lint",
  "npx biome check --write": "npm run lint",
  "npm run typecheck": "npm run typecheck",
  "npm run typecheck:workbench": "npm run typecheck:workbench",
  "npm run docs": "npm run docs -- --check",
  "npm run manifest": "npm run manifest",
  "npm run bench": "npm run bench -- --loosened",
  "npm run bench:workbench": "npm run bench:workbench -- --loosened",
  "npm run screenshots": "npx jest",
  "npm run test:nodes": "npm run test:nodes",
  "npm run test:clients": "npm run test:clients",
};

/** What CI runs. Run from here, it would run itself. */
const CI = ".ci/run";

/** Commands that a test of their own runs, on a stand-in of the platform. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  "npx cni-component-manifest gorgias --private": "test/manifest/command.test.ts",
  "npx component-manifest": "test/manifest/command.test.ts",
};

/** Commands that need a clone with a history, which CI has not. */
const NEEDS_HISTORY = /^git (?:checkout|diff) <commit>/;

/** Commands of the platform's own tool. test/publishing runs those that publish, on a stand-in. */
const PRISM = /^(?:[A-Z_]+=\S+ )*(?:npx )?prism (?<command>[\w:]+)(?<rest>.*)$/;

/** What the blocks of code in the pages are, all of them. */
const LANGUAGES = ["sh", "text", "json", "toml", "ts", "yaml", "mermaid"];

/** Commands that run until somebody ends them, and what they say when they are ready. */
const STAYING: readonly (readonly [command: RegExp, ready: string])[] = [
  [/^npm run sandbox\b(?!.* --help)/, "Press Ctrl+C to stop."],
  [/^npm run workbench\b/, "Press Ctrl+C to stop."],
  [/^node build\/mcp\.js --http\b/, "Listening on http://"],
  [/^node --inspect-brk\b/, "Debugger listening"],
];

/** A reader has a browser. Nobody sits in front of one here. */
const withoutBrowser = (command: string) =>
  command.replace(/^npm run workbench$/, "$& -- --no-open");

/** What an answer has in it that says that something went wrong, also with the status 200. */
const FAULT = /"error":|"isError":true/;

/** Commands that show a failure, and what they end with. */
const FAILING: Readonly<Record<string, number>> = {
  "npm start -- getTicket id=7 --debug": 1,
};

/** `npm ci && npm start` are two commands. */
const parts = (command: string) => command.split(" && ");

let sandbox: Sandbox;
beforeAll(async () => {
  bundlePath();
  sandbox = await startSandbox({ tickets: 30 });
});
afterAll(() => sandbox.close());

/** The tokens in the pages are refused at start: a reader makes up others. */
const PLACEHOLDER = /replace-me-token-for-(\w+)/g;
const ownToken = (_: string, name: string) => `t0ken-of-a-reader-for-${name}`;

/** What a page says to have before its commands are run. */
const PREPARED: Readonly<Record<string, (folder: string) => void>> = {
  "docs/mcp.md": (folder) => {
    const config = blocksOf("docs/mcp.md").find(({ text }) => text.includes('"tokens"'));
    const { username, apiKey } = sandbox.credentials;
    const filledIn = config?.text
      .replaceAll('"agent@example.com"', JSON.stringify(username))
      .replaceAll('"…"', JSON.stringify(apiKey))
      .replaceAll(PLACEHOLDER, ownToken);
    writeFileSync(path.join(folder, "mcp.json"), filledIn ?? "");
  },
};

/** Runs a command as a reader of its page would, or leaves it to what runs it elsewhere. */
async function works(command: string, reader: Reader, isNamed = false): Promise<void> {
  const [, ready] = STAYING.find(([known]) => known.test(command)) ?? [];
  const { command: ofPrism, rest = "" } = PRISM.exec(command)?.groups ?? {};
  if (ready !== undefined) {
    await reader.stay(withoutBrowser(command), ready);
  } else if (ofPrism !== undefined) {
    expect(refusedByPrism(ofPrism, isNamed && rest === "" ? undefined : rest)).toEqual([]);
  } else if (command === CI) {
    accessSync(path.join(ROOT, CI), constants.X_OK);
  } else if (!(command in RUN_BY_CI || command in RUN_ELSEWHERE || NEEDS_HISTORY.test(command))) {
    const { code, output } = await reader.run(
      (await filledIn(command, reader)).replaceAll(PLACEHOLDER, ownToken),
    );
    expect({ command, code, output }).toEqual({
      command,
      code: FAILING[command] ?? 0,
      output: command.startsWith("curl ") ? expect.not.stringMatching(FAULT) : expect.any(String),
    });
  }
}

/** A command with `cursor=…` in it, with the cursor that the command without it prints. */
async function filledIn(command: string, reader: Reader): Promise<string> {
  const [blank, name] = / (\w+)=…/.exec(command) ?? [];
  if (blank === undefined) return command;
  const { output } = await reader.run(command.replace(blank, ""));
  const printed = new RegExp(`\\b${name}=(\\S+)`).exec(output);
  expect({ command, output, printed }).toMatchObject({ printed: expect.anything() });
  return command.replace("…", `'${printed?.[1]}'`);
}

const pages = PAGES.filter((page) => commandsOf(page).length > 0);

it.each(PAGES)("%s says of each block of code what it is, in words that are known here", (page) => {
  const fences = fencesOf(page);
  const known = LANGUAGES.map((language) => `\`\`\`${language}`);
  const wrong = fences.filter((fence, index) =>
    index % 2 === 0 ? !known.includes(fence) : fence !== "```",
  );
  expect(wrong).toEqual([]);
  expect(blocksOf(page)).toHaveLength(fences.length / 2);
});

it("README and the guides have commands", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/mcp.md"]));
});

// Their servers listen on the ports that the pages name, so one page is read after the other.
it.each(pages)("the commands in %s work when copied", async (page) => {
  const needsAccount = page in PREPARED;
  const reader = new Reader(needsAccount ? { GORGIAS_BASE_URL: sandbox.url } : {});
  PREPARED[page]?.(reader.folder);
  try {
    for (const command of commandsOf(page).flatMap(parts)) {
      await works(command, reader);
    }
  } finally {
    await reader.leave();
  }
});

it.each(PAGES.flatMap((page) => namedIn(page).map((command) => ({ page, command }))))(
  "$page: `$command`, named in a sentence, is run somewhere",
  async ({ command }) => {
    if (pages.flatMap(commandsOf).flatMap(parts).includes(command)) return;
    // What is to be filled in comes from a sandbox that stays.
    const reader = new Reader(command.includes("…") ? accountOf(sandbox) : {});
    try {
      await works(command, reader, true);
    } finally {
      await reader.leave();
    }
  },
);

function accountOf({ url, credentials }: Sandbox): Record<string, string> {
  return {
    GORGIAS_BASE_URL: url,
    GORGIAS_DOMAIN: "acme",
    GORGIAS_USERNAME: credentials.username,
    GORGIAS_API_KEY: credentials.apiKey,
  };
}

it.each(Object.entries(RUN_BY_CI))("CI runs %s", (_command, line) => {
  const lines = readFileSync(path.join(ROOT, CI), "utf8").split("\n");
  expect(lines.map((one) => one.trim())).toContain(line);
});

it.each(Object.entries(RUN_ELSEWHERE))("%s is run in %s", (command, file) => {
  const [, program = ""] = command.split(" ");
  expect(readFileSync(path.join(ROOT, file), "utf8")).toContain(`/bin/${program}.js`);
});
