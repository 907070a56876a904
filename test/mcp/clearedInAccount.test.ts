import { type Sandbox, startSandbox } from "../../sandbox";
import { type Caller, overStdio, textOf } from "./clients";

let sandbox: Sandbox;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  caller = await overStdio(sandbox, ["--toolsets", "all"]);
});
afterAll(async () => {
  await caller.close();
  await sandbox.close();
});

it("a closed ticket is renamed, loses its tags, its agent and its ID elsewhere, and stays closed", async () => {
  const listed = await caller.call("gorgias_list_tickets", { limit: 1 });
  const [{ id }] = JSON.parse(textOf(listed)).data;
  const first = { id, status: "closed", external_id: "A-1", tags: ["vip"] };
  await caller.call("gorgias_update_ticket", first);
  await caller.call("gorgias_update_ticket", {
    id,
    subject: "Renamed",
    tags: [],
    assignee_user: null,
    external_id: null,
  });
  expect(JSON.parse(textOf(await caller.call("gorgias_get_ticket", { id })))).toMatchObject({
    status: "closed",
    subject: "Renamed",
    tags: [],
    assignee_user: null,
    external_id: null,
  });
});
