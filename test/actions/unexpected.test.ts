import { newLog, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it("a fault of the connector's own says where it happened, and drags nothing along", async () => {
  gorgias().get("/api/account").reply(200, {});
  const log = newLog();
  log.logger.debug = () => {
    throw Object.assign(new TypeError("The log is full."), { holds: log });
  };
  const error = await run("getAccount", { debugRequest: true }, log).then(
    () => undefined,
    (failure: Error) => failure,
  );
  expect(error).toMatchObject({
    message: "The Gorgias connector failed unexpectedly: The log is full.",
  });
  expect(error?.stack).toMatch(/^SpectralError: The Gorgias connector failed .*\n\s+at /);
  expect(error?.stack).toContain("src/client/log.ts");
  expect(error).not.toHaveProperty("holds");
  expect(error).not.toHaveProperty("cause");
});
