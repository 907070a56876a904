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
  expect({ status, output: `${stdout}${stderr}` }).toEqual({
    status: 0,
    output: expect.stringContaining("docs/images/workbench.png"),
  });
});
