import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundlePath, serverPath } from "../support/bundle";
import { buildIn, copyOfRepository } from "../support/elsewhere";

/** The repository in another place, with what an earlier version built there. */
let elsewhere: string;

beforeAll(async () => {
  elsewhere = await copyOfRepository();
  await mkdir(path.join(elsewhere, "dist", "old"), { recursive: true });
  await writeFile(path.join(elsewhere, "dist", "mcp.js"), "old");
});

const build = (...flags: string[]) => buildIn(elsewhere, flags);

const inCopy = (name: string) => path.join(elsewhere, name);

async function digestOf(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}

describe("npm run build", () => {
  beforeAll(async () => {
    expect(await build()).toBe("");
  });

  it("leaves in dist what the platform gets, and nothing else", async () => {
    expect((await readdir(inCopy("dist"))).sort()).toEqual(["icon.png", "index.js"]);
    expect(await readFile(inCopy("dist/index.js"), "utf8")).not.toContain("sourceMappingURL");
  });

  it("makes the same bytes in every place", async () => {
    expect(await digestOf(inCopy("dist/index.js"))).toBe(await digestOf(bundlePath()));
    expect(await digestOf(inCopy("build/mcp.js"))).toBe(await digestOf(serverPath()));
  });

  it("leaves nothing behind of its work", async () => {
    expect(await readdir(inCopy("build"))).toEqual(["mcp.js"]);
  });
});

describe("npm run build -- --debug", () => {
  it("makes a bundle with the way back to src beside it, and touches no other", async () => {
    const before = await digestOf(inCopy("dist/index.js"));
    expect(await build("--debug")).toBe("");
    expect(await digestOf(inCopy("dist/index.js"))).toBe(before);
    const map = JSON.parse(await readFile(inCopy("build/debug/index.js.map"), "utf8"));
    expect(map.sources).toContain("../../src/index.ts");
    expect(await readFile(inCopy("build/debug/index.js"), "utf8")).toMatch(
      /\/\/# sourceMappingURL=index\.js\.map\s*$/,
    );
  });
});

it("a build that fails says why and keeps what was built before", async () => {
  const before = await digestOf(inCopy("dist/index.js"));
  await writeFile(inCopy("src/index.ts"), 'export { default } from "./nowhere";\n');
  await expect(build()).rejects.toMatchObject({ stderr: expect.stringContaining("./nowhere") });
  expect(await digestOf(inCopy("dist/index.js"))).toBe(before);
  expect(await readdir(inCopy("build"))).not.toContainEqual(expect.stringMatching(/^\./));
});

describe("a build that may not write", () => {
  const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

  it.each(["dist", "build"])("in %s says so before it starts", async (folder) => {
    await chmod(path.dirname(elsewhere), 0o755);
    await Promise.all(["dist", "build"].map((one) => chmod(inCopy(one), 0o777)));
    await chmod(inCopy(folder), 0o555);
    const refused = buildIn(elsewhere, [], NOBODY);
    await expect(refused).rejects.toMatchObject({
      stderr: `${inCopy(folder)} cannot be written: this user has no permission for it. Make room for it, or build as a user who may write there.\n`,
    });
    await chmod(inCopy(folder), 0o777);
  });

  it("over a folder names that, not the file that was to go there", async () => {
    await writeFile(inCopy("src/index.ts"), "export default {};\n");
    await rm(inCopy("dist/index.js"));
    await mkdir(inCopy("dist/index.js"));
    await expect(build()).rejects.toMatchObject({
      stderr: expect.stringMatching(/^\S.*\/dist\/index\.js cannot be written: it is a folder\./),
    });
  });
});
