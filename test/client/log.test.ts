import { connection, newLog, oauthConnection, run, secrets } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it("nothing is logged unless it is asked for", async () => {
  gorgias().get("/api/tickets/7").reply(200, { id: 7 });
  const log = newLog();
  await run("getTicket", { id: 7 }, log);
  expect(log.lines).toEqual([]);
});

it("Debug Request logs method, address, status, time, rate limit, headers and bodies", async () => {
  gorgias()
    .put("/api/tickets/7", { subject: "Hi" })
    .reply(202, { id: 7, subject: "Hi" }, { "X-Gorgias-Account-Api-Call-Limit": "3/40" });
  const log = newLog();
  await run("updateTicket", { id: 7, status: "", subject: "Hi", debugRequest: true }, log);

  expect(log.lines).toHaveLength(1);
  const [summary, ...details] = (log.lines[0] ?? "").split("\n");
  expect(summary).toMatch(
    /^debug: PUT https:\/\/acme\.gorgias\.com\/api\/tickets\/7 → 202 in \d+ ms, rate limit 3\/40$/,
  );
  expect(JSON.parse(details.join("\n"))).toEqual({
    request: {
      headers: {
        accept: "application/json",
        authorization: "***",
        "content-type": "application/json",
      },
      body: { subject: "Hi" },
    },
    response: {
      headers: {
        "content-type": "application/json",
        "x-gorgias-account-api-call-limit": "3/40",
      },
      body: { id: 7, subject: "Hi" },
    },
  });
});

it("each try is logged, a fault by its name, and the wait before the next one", async () => {
  gorgias()
    .get("/api/tickets/7")
    .replyWithError(Object.assign(new Error("x"), { code: "EPIPE" }));
  gorgias().get("/api/tickets/7").reply(200, { id: 7 });
  const log = newLog();
  await run("getTicket", { id: 7, debugRequest: "true" }, log);
  expect(log.lines.map((line) => line.split(/ in |Waiting/)[0])).toEqual([
    "debug: GET https://acme.gorgias.com/api/tickets/7 → EPIPE",
    "debug: GET /api/tickets/7: no answer (the connection was cut off). ",
    "debug: GET https://acme.gorgias.com/api/tickets/7 → 200",
  ]);
  expect(log.lines[1]).toMatch(/Waiting \d+ seconds? before try 2\.$/);
});

it("a long body is cut and its length told", async () => {
  const body = "x".repeat(100_000);
  gorgias().get("/api/tickets/7").reply(200, { body });
  const log = newLog();
  await run("getTicket", { id: 7, debugRequest: true }, log);
  const length = JSON.stringify({ body }).length;
  expect(log.lines[0]).toContain(`… (${length} characters in all)`);
  expect(log.lines[0]?.length).toBeLessThan(6_000);
});

it.each([
  ["an API key", connection],
  ["OAuth 2.0", oauthConnection],
])("no secret of %s is logged, whoever writes it down", async (_, used) => {
  gorgias()
    .post("/api/customers")
    .reply(
      201,
      { id: 1, echo: secrets },
      { "Set-Cookie": "session=1", "X-Echo": secrets.join(" ") },
    );
  const log = newLog();
  await run(
    "createCustomer",
    { connection: used, name: secrets.join(" "), debugRequest: true },
    log,
  );
  const mine = used === connection ? secrets.slice(0, 5) : secrets.slice(5);
  expect(mine.filter((secret) => log.lines[0]?.includes(secret))).toEqual([]);
  expect(log.lines[0]).not.toContain("session=1");
});

it("the platform's global debug turns the log on too", async () => {
  gorgias().get("/api/account").reply(200, {});
  const log = newLog();
  await run("getAccount", {}, log, { globalDebug: true });
  expect(log.lines[0]).toContain("debug: GET https://acme.gorgias.com/api/account → 200");
});
