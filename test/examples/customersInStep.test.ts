import { type Account, type Handed, openAccount, read } from "../triggers/flow";
import { deployed, type FarEnd, farEnd, type Instance } from "./instance";

interface ShopCustomer {
  id: string;
  email: string | null;
  name: string;
}

let account: Account;
let shop: FarEnd;
/** The shop's customers by their ids. */
let customers: Map<string, ShopCustomer>;
/** The customer that the shop fails at. */
let failing: string | undefined;
let fromShop: Instance;
let toShop: Instance;

beforeEach(async () => {
  account = await openAccount();
  customers = new Map();
  failing = undefined;
  shop = await farEnd(({ method, path, body }) => {
    const id = decodeURIComponent(path.split("/").at(-1) ?? "");
    if (id === failing) return [503];
    if (method === "PUT") customers.set(id, JSON.parse(body));
    const customer = customers.get(id);
    return customer ? [200, customer] : [404];
  });
  const configVars = {
    "Gorgias Connection": account.connection,
    "Shop Connection": { key: "shop", fields: { address: shop.url, token: "a-token" } },
  };
  fromShop = deployed(["customers-in-step/fromShop", "customersFromShop"], configVars);
  toShop = deployed(["customers-in-step/toShop", "customersToShop"], configVars);
  // The first run remembers where the account stands.
  await toShop.run();
});

afterEach(() => Promise.all([account.close(), shop.close()]));

/** Somebody changes a customer in the shop, whose webhook starts the flow. */
async function changeInShop(customer: ShopCustomer): Promise<unknown[]> {
  customers.set(customer.id, customer);
  return callFromShop(customer.id);
}

function callFromShop(id: string | number): Promise<unknown[]> {
  account.clock.now += 1_000;
  return fromShop.run({ body: { data: { id }, contentType: "application/json" } });
}

const jo = { id: "jo/1", email: "Jo.Shop@example.com", name: "Jo Shop" };

/** The customers of Gorgias who came from the shop with that id. */
async function inGorgias(id: string): Promise<Handed[]> {
  return (await read(account, `/customers?external_id=${encodeURIComponent(id)}`)).data;
}

const writesToShop = () => shop.requests.filter(({ method }) => method === "PUT");
const writesToGorgias = () =>
  account.sandbox.requests.filter(({ method }) => method === "POST" || method === "PUT");

it("brings a new customer of the shop to Gorgias, once", async () => {
  await changeInShop(jo);
  await callFromShop(jo.id);
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ name: jo.name, external_id: jo.id }]);
  expect(writesToGorgias()).toHaveLength(1);
});

it("brings what has changed in the shop to Gorgias", async () => {
  await changeInShop(jo);
  await changeInShop({ ...jo, name: "Jo Newname" });
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ name: "Jo Newname" }]);
});

it("takes a customer who has written to Gorgias before for the one with that e-mail address", async () => {
  const email = jo.email.toLowerCase();
  const id = account.sandbox.change.createCustomer({ email, name: "Jo" });
  await changeInShop(jo);
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ id, name: jo.name }]);
});

it("brings what agents change to the shop", async () => {
  await changeInShop(jo);
  await toShop.run();
  const [{ id }] = await inGorgias(jo.id);
  account.clock.now += 1_000;
  account.sandbox.change.updateCustomer(id, { name: "Jo Married" });
  await expect(toShop.run()).resolves.toEqual([{ written: [jo.id] }]);
  expect(customers.get(jo.id)).toMatchObject({ name: "Jo Married", id: jo.id });
});

it("says to a customer with the same e-mail address and name who they are in the shop", async () => {
  const id = account.sandbox.change.createCustomer({ email: jo.email, name: jo.name });
  await changeInShop(jo);
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ id, email: jo.email, name: jo.name }]);
});

it.each([
  ["a blank name", { ...jo, name: "" }, { name: null }],
  ["no e-mail address", { ...jo, email: null }, { email: null }],
  ["spaces around a name", { ...jo, name: " Jo Shop " }, { name: "Jo Shop" }],
  ["capitals in the e-mail address", jo, { email: jo.email.toLowerCase() }],
])("%s in the shop is no reason to write, on either side", async (_, inShop, known) => {
  const { id: external_id, ...fields } = jo;
  account.clock.now += 1_000;
  account.sandbox.change.createCustomer({ ...fields, external_id, ...known });
  await expect(changeInShop(inShop)).resolves.toEqual([`Customer ${jo.id} is in step.`]);
  await expect(toShop.run()).resolves.toEqual([{ written: [] }]);
  expect(writesToGorgias()).toEqual([]);
  expect(writesToShop()).toEqual([]);
});

it("makes a customer whom the shop knows by name alone", async () => {
  await changeInShop({ ...jo, email: null });
  await callFromShop(jo.id);
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ name: jo.name, email: null }]);
  expect(writesToGorgias()).toHaveLength(1);
});

it("leaves in Gorgias what is blank in the shop", async () => {
  const id = account.sandbox.change.createCustomer({
    email: jo.email,
    name: jo.name,
    external_id: jo.id,
  });
  const nameless = { ...jo, email: null, name: "" };
  await expect(changeInShop(nameless)).resolves.toEqual([`Customer ${jo.id} is in step.`]);
  await expect(inGorgias(jo.id)).resolves.toMatchObject([{ ...jo, id }]);
});

it("leaves in the shop what is blank in Gorgias", async () => {
  await changeInShop(jo);
  await toShop.run();
  const [{ id }] = await inGorgias(jo.id);
  account.clock.now += 1_000;
  account.sandbox.change.updateCustomer(id, { name: "Jo Married", email: null });
  await toShop.run();
  account.clock.now += 1_000;
  account.sandbox.change.updateCustomer(id, { name: " ", email: "jo@example.com" });
  await toShop.run();
  expect(customers.get(jo.id)).toEqual({ ...jo, name: "Jo Married", email: "jo@example.com" });
});

it("sends no change back to where it came from", async () => {
  await changeInShop(jo);
  await toShop.run();
  expect(writesToShop()).toEqual([]);

  const [{ id }] = await inGorgias(jo.id);
  account.clock.now += 1_000;
  account.sandbox.change.updateCustomer(id, { name: "Jo Married" });
  await toShop.run();
  const before = writesToGorgias().length;
  await callFromShop(jo.id);
  await toShop.run();
  expect(writesToGorgias()).toHaveLength(before);
  expect(writesToShop()).toHaveLength(1);
});

it("leaves the shop alone where a customer does not come from there", async () => {
  account.clock.now += 1_000;
  account.sandbox.change.createCustomer({ email: "mo@example.com", name: "Mo" });
  await expect(toShop.run()).resolves.toEqual([{ written: [] }]);
  expect(shop.requests).toEqual([]);
});

it("does nothing about a customer who is gone from the shop", async () => {
  await expect(callFromShop("gone")).resolves.toEqual(["The shop has no customer gone."]);
  expect(writesToGorgias()).toEqual([]);
});

it("says what a webhook of the shop has to hold", async () => {
  await expect(fromShop.run({ body: { data: { customer: 1 } } })).rejects.toThrow(
    'The shop sent no customer: its webhook has to hold { "id": … }.',
  );
});

it("names each customer that the shop did not take, and goes on with the others", async () => {
  const mo = { id: "mo/2", email: "mo.shop@example.com", name: "Mo Shop" };
  await changeInShop(jo);
  await changeInShop(mo);
  await toShop.run();
  for (const { id } of [jo, mo]) {
    const [customer] = await inGorgias(id);
    account.clock.now += 1_000;
    account.sandbox.change.updateCustomer(customer.id, { name: "New Name" });
  }
  failing = jo.id;
  await expect(toShop.run()).rejects.toThrow(
    `Some customers could not be written.\nThe shop answered 503 for customer ${jo.id}.`,
  );
  expect(customers.get(mo.id)).toMatchObject({ name: "New Name" });
});

it("says that the shop cannot be reached", async () => {
  await shop.close();
  await expect(callFromShop(jo.id)).rejects.toThrow(
    "The shop cannot be reached. Check the Address of the Shop Connection.",
  );
});
