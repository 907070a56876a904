import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { DEBUG_BUNDLE } from "../../cli/bundle";
import { NO_ACCOUNT, plainEnvironment } from "../support/environment";
import { npmStart } from "./terminal";

const ROOT = path.join(__dirname, "..", "..");

/** The first call of a stack that is in a file of `src`, with the source text at that place. */
function firstCall(stack: string): { file: string; source: string } {
  const [, file = "", line, column] = /([^\s(]+[/\\]src[/\\]\S+\.ts):(\d+):(\d+)/.exec(stack) ?? [];
  const text = readFileSync(file, "utf8").split("\n")[Number(line) - 1] ?? "";
  return { file: path.relative(ROOT, file), source: text.slice(Number(column) - 1) };
}

it("--debug shows the line of src that a failure comes from", async () => {
  const { code, stderr } = await npmStart(["getTicket", "id=1", "--debug"]);
  const { file, source } = firstCall(stderr);
  expect(file).toMatch(/^src\/client\/\w+\.ts$/);
  expect(source).toMatch(/^(?:new \w*Error|super)\b/);
  expect(stderr).toMatch(/ at async .*[/\\]src[/\\]actions[/\\]\w+\.ts:\d+:\d+/);
  expect(code).toBe(1);
});

describe("the editor's", () => {
  interface Configuration {
    readonly name: string;
    readonly runtimeArgs?: readonly string[];
    readonly program: string;
    readonly args: readonly string[];
    readonly outFiles?: readonly string[];
  }
  const { configurations, inputs } = JSON.parse(
    readFileSync(path.join(ROOT, ".vscode", "launch.json"), "utf8"),
  ) as { configurations: Configuration[]; inputs: { id: string; default: string }[] };

  /** Starts a configuration as the editor does, with its variables filled in. */
  async function launch(name: string, file = ""): Promise<string> {
    const values: Readonly<Record<string, string>> = {
      workspaceFolder: ROOT,
      file,
      ...Object.fromEntries(inputs.map((one) => [`input:${one.id}`, one.default])),
    };
    const filled = (text: string) =>
      text.replace(/\$\{([\w:]+)\}/g, (_, variable) => values[variable] ?? "");
    const found = configurations.find((one) => one.name === name);
    const { runtimeArgs = [], program = "", args = [], outFiles = [] } = found ?? {};
    for (const pattern of outFiles) {
      expect(path.dirname(filled(pattern))).toBe(path.dirname(DEBUG_BUNDLE));
    }
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [...runtimeArgs, program, ...args].map(filled),
      { cwd: ROOT, env: plainEnvironment(NO_ACCOUNT) },
    );
    return stdout + stderr;
  }

  it("Run an action runs one of the debug bundle", async () => {
    expect(await launch("Run an action")).toMatch(/✓ listTickets .*GET \/api\/tickets/);
  });

  it("Debug the current test runs the file that is open", async () => {
    const output = await launch(
      "Debug the current test",
      path.join(ROOT, "test", "cli", "answer.test.ts"),
    );
    expect(output).toContain("PASS test/cli/answer.test.ts");
    expect(output).toMatch(/^\d+ passed, 0 failed$/m);
  });
});
