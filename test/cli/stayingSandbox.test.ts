import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "../../sandbox";
import { Reader } from "../docs/reader";
import { npmStart } from "./terminal";

const PAGE = readFileSync(path.join(__dirname, "..", "..", "docs", "sandbox.md"), "utf8");

/** The commands of the page that begin so, as they stand there. */
function commands(beginning: string): string[] {
  return PAGE.split("\n").filter((line) => line.startsWith(`${beginning} `));
}

let sandbox: Sandbox;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 30 });
  const exported = commands("export").map((line) => line.slice("export ".length).split("="));
  env = { ...Object.fromEntries(exported), GORGIAS_BASE_URL: sandbox.url };
});
afterAll(() => sandbox.close());

/** A control of the sandbox: the first of the page that has this in it, on this sandbox. */
function control(part: string): Promise<string> {
  const command = commands("curl").find((line) => line.includes(part));
  if (command === undefined) {
    throw new Error(`The page has no curl command with ${part} in it.`);
  }
  return sh(command);
}

/** Runs a curl command of the page. */
async function sh(command: string): Promise<string> {
  const here = command.replace("http://127.0.0.1:8090", sandbox.url).replace("curl", "curl -sSf");
  const { stdout } = await promisify(execFile)("sh", ["-c", here]);
  return stdout;
}

describe("a sandbox that stays", () => {
  it("takes the cursor that an earlier command ended with", async () => {
    const first = await npmStart(["listTickets", "limit=3"], { env });
    const cursor = /cursor=\S+/.exec(first.stdout)?.[0] ?? "";
    expect(first.stderr).not.toContain("the cursor with it");
    const second = await npmStart(["listTickets", "limit=3", cursor], { env });
    expect(second.stdout).toContain("\n3 tickets. ");
    expect(second.stdout.split("\n")[1]).not.toBe(first.stdout.split("\n")[1]);
  });

  it("shows how a request waits and is sent again after what the page lets go wrong", async () => {
    expect(await control('"status": 503')).toBe("");
    expect(await control('"reset": true')).toBe("");
    const { code, stderr } = await npmStart(["getAccount"], { env });
    const name = "GET /api/account: ";
    expect(stderr).toMatch(
      new RegExp(
        `  ${name}answered 503\\. Waiting \\d seconds? before try 2\\.\n` +
          `  ${name}answered 503\\. Waiting \\d seconds? before try 3\\.\n` +
          `  ${name}no answer \\(the connection was cut off\\)\\. Waiting \\d seconds? before try 4\\.\n` +
          "✓ getAccount .*GET /api/account × 4 ",
      ),
    );
    expect(code).toBe(0);
  });

  it("calls the integration of the page when it tells it that a ticket was handed over", async () => {
    const [create = ""] = commands("npm start -- createIntegration");
    const reader = new Reader(env);
    expect(await reader.run(create)).toMatchObject({ code: 0 });
    await reader.leave();
    expect(await control("/_sandbox/triggers")).toBe("");
    await sandbox.settled();
    expect(JSON.parse(await control("/_sandbox/deliveries"))).toMatchObject([
      { trigger: "ticket-handed-over", url: "http://127.0.0.1:3000/handed-over" },
    ]);
  });

  it("shows who asked for what", async () => {
    expect(JSON.parse(await control("/api/tickets -u"))).toMatchObject({
      subject: "Where is my order?",
    });
    expect(JSON.parse(await control("/_sandbox/requests"))).toContainEqual(
      expect.objectContaining({ method: "POST", path: "/api/tickets", status: 201 }),
    );
  });

  it("has a photo at the address of the page, whichever sandbox it is", async () => {
    const [, address = ""] = /downloadFile (attachmentUrl=\S+)/.exec(PAGE) ?? [];
    const { code, stdout } = await npmStart(["downloadFile", address]);
    expect(stdout).toBe("48,213 bytes\n");
    expect(code).toBe(0);
  });
});
