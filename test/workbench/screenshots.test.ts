import { spawnSync } from "node:child_process";
import path from "node:path";
import { NO_ACCOUNT, plainEnvironment } from "../support/environment";

test("the pictures in the docs are current", () => {
  const program = path.join(__dirname, "screenshots", "index.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", program, "--check"],
    { encoding: "utf8", env: plainEnvironment(NO_ACCOUNT) },
  );
  const output = `${stdout}${stderr}`;
  expect(output).toMatch(
    /^✓ docs\/images\/workbench\.png .*\n✓ docs\/images\/workbench-dark\.png /m,
  );
  expect(status).toBe(0);
});
