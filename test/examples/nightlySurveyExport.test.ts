import { type Account, openAccount } from "../triggers/flow";
import { deployed, type FarEnd, farEnd, type Instance } from "./instance";

let account: Account;
let store: FarEnd;
let storeAnswers: number;
let instance: Instance;

beforeEach(async () => {
  account = await openAccount();
  storeAnswers = 201;
  store = await farEnd(() => [storeAnswers]);
  instance = deployed(["nightly-survey-export", "nightlySurveyExport"], {
    "Gorgias Connection": account.connection,
    "Store Connection": {
      key: "store",
      fields: { address: `${store.url}/gorgias`, token: "a-token" },
    },
    "Export Schedule": "0 2 * * *",
  });
});

afterEach(() => Promise.all([account.close(), store.close()]));

it("puts all surveys of the account into the store, as one CSV file of the day", async () => {
  const [answer] = await instance.run();
  const [request] = store.requests;
  expect(request).toMatchObject({
    method: "PUT",
    path: expect.stringMatching(/^\/gorgias\/surveys-\d{4}-\d\d-\d\d\.csv$/),
    headers: { authorization: "Bearer a-token", "content-type": "text/csv; charset=utf-8" },
  });
  const [head, ...rows] = (request?.body ?? "").trimEnd().split("\r\n");
  expect(head).toBe("id,ticket_id,customer_id,score,body_text,scored_datetime");
  expect(rows.length).toBeGreaterThan(10);
  expect(answer).toEqual({
    name: request?.path.split("/").at(-1),
    bytes: Buffer.byteLength(request?.body ?? ""),
  });
});

it("names the file after the day in UTC, which its schedule is in", async () => {
  const today = () => `/gorgias/surveys-${new Date().toISOString().slice(0, 10)}.csv`;
  const before = today();
  await instance.run();
  expect([before, today()]).toContain(store.requests[0]?.path);
  const { default: integration } = jest.requireActual("../../examples/nightly-survey-export");
  expect(integration.codeNativeIntegrationYAML).toMatch(/^ +timeZone: UTC$/m);
});

it("replaces the file of the day when it runs again", async () => {
  await instance.run();
  await instance.run();
  const [first, second] = store.requests;
  expect(second?.path).toBe(first?.path);
  expect(second?.body).toBe(first?.body);
});

it("fails with what the store answered", async () => {
  storeAnswers = 507;
  await expect(instance.run()).rejects.toThrow(
    /^The store did not take surveys-.*\.csv: it answered 507\.$/,
  );
});

it("says that the store cannot be reached", async () => {
  await store.close();
  await expect(instance.run()).rejects.toThrow(
    "The store cannot be reached. Check the Address of the Store Connection.",
  );
});
