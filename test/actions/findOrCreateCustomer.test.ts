import { failure, newLog, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const jo = { id: 7, email: "jo@example.com", name: "Jo Martin", channels: [] };

/** What Gorgias finds for a query, in the order in which it is asked. */
function finds(query: string, ...ids: number[]): void {
  gorgias()
    .get(`/api/customers?${query}`)
    .reply(200, page(ids.map((id) => ({ id }))));
}

function reads(customer: { id: number }): void {
  gorgias().get(`/api/customers/${customer.id}`).reply(200, customer);
}

const BY_EMAIL = "email=jo%40example.com";
const BY_CHANNEL = "channel_type=email&channel_address=jo%40example.com";
const BY_PHONE = "channel_type=phone&channel_address=%2B33612345678";
const nobodyByEmail = () => {
  finds(BY_EMAIL);
  finds(BY_CHANNEL);
};

describe("a customer who is there", () => {
  it("is found by the main address and answered whole, with nothing written", async () => {
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(
      run("findOrCreateCustomer", { email: "jo@example.com", name: "Somebody Else" }),
    ).resolves.toEqual({ ...jo, created: false });
  });

  it("is found by another of their addresses", async () => {
    finds(BY_EMAIL);
    finds(BY_CHANNEL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toEqual({
      ...jo,
      created: false,
    });
  });

  it("is found in small letters", async () => {
    finds("email=Jo%40Example.com");
    finds("channel_type=email&channel_address=Jo%40Example.com");
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "Jo@Example.com" })).resolves.toMatchObject({
      created: false,
    });
  });

  it("is found by phone, and by external ID", async () => {
    finds(BY_PHONE, 7);
    reads(jo);
    await run("findOrCreateCustomer", { phoneNumber: "+33612345678" });
    finds("external_id=A-1", 7);
    reads(jo);
    await run("findOrCreateCustomer", { external_id: "A-1" });
  });

  it("is the one who has all of it, where a phone number is shared", async () => {
    finds(BY_EMAIL, 7);
    finds(BY_PHONE, 6, 7);
    reads(jo);
    await expect(
      run("findOrCreateCustomer", { email: "jo@example.com", phoneNumber: "+33612345678" }),
    ).resolves.toMatchObject({ id: 7 });
  });

  it("is found by phone where they have no e-mail address or external ID of their own", async () => {
    finds("external_id=A-1");
    nobodyByEmail();
    finds(BY_PHONE, 7);
    const bare = { id: 7, email: null, external_id: null, channels: [] };
    reads(bare);
    await expect(
      run("findOrCreateCustomer", {
        email: "jo@example.com",
        phoneNumber: "+33612345678",
        external_id: "A-1",
      }),
    ).resolves.toEqual({ ...bare, created: false });
  });

  it("is found although nobody has the rest of what was given", async () => {
    finds("external_id=A-1");
    nobodyByEmail();
    finds(BY_PHONE, 7);
    reads(jo);
    await expect(
      run("findOrCreateCustomer", {
        email: "jo@example.com",
        phoneNumber: "+33612345678",
        external_id: "A-1",
      }),
    ).resolves.toMatchObject({ id: 7, created: false });
  });
});

describe("a phone number alone", () => {
  const inputs = { phoneNumber: "+33612345678" };
  const channels = [{ type: "phone", address: "+33612345678" }];

  it("of several customers is the oldest's, on whichever page they are", async () => {
    gorgias()
      .get(`/api/customers?${BY_PHONE}`)
      .reply(200, page([{ id: 9 }, { id: 8 }], "more"))
      .get(`/api/customers?${BY_PHONE}&cursor=more`)
      .reply(200, page([{ id: 7 }]));
    reads(jo);
    await expect(run("findOrCreateCustomer", inputs)).resolves.toMatchObject({ id: 7 });
  });

  it("leads to the oldest where several flows make one at once, and the log says so", async () => {
    finds(BY_PHONE);
    gorgias().post("/api/customers", { channels }).reply(201, { id: 8 });
    finds(BY_PHONE, 8, 7);
    reads(jo);
    const log = newLog();
    await expect(run("findOrCreateCustomer", inputs, log)).resolves.toEqual({
      ...jo,
      created: false,
    });
    expect(log.lines.join()).toContain("Customer 8, made just now, is left");
  });

  it.each([200, 403])("stays with who was made where nobody else shows (%i)", async (status) => {
    finds(BY_PHONE);
    gorgias().post("/api/customers", { channels }).reply(201, { id: 8 });
    gorgias().get(`/api/customers?${BY_PHONE}`).reply(status, page([]));
    await expect(run("findOrCreateCustomer", inputs)).resolves.toEqual({ id: 8, created: true });
  });
});

describe("a customer who is not there", () => {
  it("is made of all that was given", async () => {
    finds("external_id=A-1");
    nobodyByEmail();
    finds(BY_PHONE);
    gorgias()
      .post("/api/customers", {
        email: "jo@example.com",
        external_id: "A-1",
        name: "Jo Martin",
        language: "en",
        timezone: "Europe/Paris",
        note: "New",
        meta: { tier: "gold" },
        channels: [
          { type: "email", address: "jo2@example.com" },
          { type: "phone", address: "+33612345678" },
        ],
        firstname: "Jo",
      })
      .reply(201, jo);
    await expect(
      run("findOrCreateCustomer", {
        email: "jo@example.com",
        phoneNumber: " +33612345678\u200b",
        external_id: "A-1",
        name: "Jo Martin",
        language: "en",
        timezone: "Europe/Paris",
        note: "New",
        meta: { tier: "gold" },
        channels: { type: "email", address: "jo2@example.com" },
        additionalFields: { firstname: "Jo" },
      }),
    ).resolves.toEqual({ ...jo, created: true });
  });

  it("has a phone number once that stands among the channels, too", async () => {
    finds(BY_PHONE);
    const channels = [{ type: "phone", address: "+33612345678", preferred: true }];
    gorgias().post("/api/customers", { channels }).reply(201, jo);
    finds(BY_PHONE, 7);
    reads(jo);
    await run("findOrCreateCustomer", { phoneNumber: "+33612345678", channels });
  });

  it("is read when Gorgias made them and answered with nothing", async () => {
    nobodyByEmail();
    gorgias().post("/api/customers", { email: "jo@example.com" }).reply(201, "");
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toEqual({
      ...jo,
      created: true,
    });
  });
});

it.each(["", {}])(
  "a success with %j, after which nobody is there, is an error",
  async (answered) => {
    nobodyByEmail();
    gorgias().post("/api/customers").reply(201, answered);
    for (const _ of ["at once", "a little later"]) {
      nobodyByEmail();
      gorgias().post("/api/search").reply(200, { data: [] });
    }
    await expect(
      failure("findOrCreateCustomer", { email: "jo@example.com" }),
    ).resolves.toMatchObject({
      message: expect.stringContaining("neither answered with them nor lists them"),
    });
  },
);

describe("when creating fails", () => {
  const fails = (status: number, body: object = { error: { msg: "No." } }) => {
    nobodyByEmail();
    gorgias().post("/api/customers", { email: "jo@example.com" }).reply(status, body);
  };

  it("a 409 means that somebody else was faster, and the customer is found", async () => {
    fails(409);
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toEqual({
      ...jo,
      created: false,
    });
  });

  it("a 409 for an address in other letters leads to its customer", async () => {
    fails(409);
    nobodyByEmail();
    gorgias()
      .post("/api/search", { type: "customer", query: "jo@example.com", size: 50 })
      .reply(200, {
        data: [
          { id: 5, email: "jo@example.com.au" },
          { id: 7, email: "Jo@Example.COM" },
        ],
      });
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toMatchObject({
      id: 7,
      created: false,
    });
  });

  it("a customer who does not show at once is looked for once more", async () => {
    fails(409);
    nobodyByEmail();
    gorgias().post("/api/search").reply(200, []);
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toMatchObject({
      id: 7,
    });
  });

  it("a search that is refused does not keep it from looking once more", async () => {
    fails(409);
    nobodyByEmail();
    gorgias()
      .post("/api/search")
      .reply(403, { error: { msg: "No." } });
    finds(BY_EMAIL, 7);
    reads(jo);
    await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toMatchObject({
      id: 7,
      created: false,
    });
  });

  it.each([500, 502, 504])(
    "after a %i the customer counts as made, if they are there",
    async (status) => {
      fails(status);
      finds(BY_EMAIL, 7);
      reads(jo);
      await expect(run("findOrCreateCustomer", { email: "jo@example.com" })).resolves.toEqual({
        ...jo,
        created: true,
      });
    },
  );

  it.each([409, 502])("a %i after which nobody is there is told as it was", async (status) => {
    fails(status);
    for (const _ of ["at once", "a little later"]) {
      nobodyByEmail();
      gorgias().post("/api/search").reply(200, { data: [] });
    }
    const error = await failure("findOrCreateCustomer", { email: "jo@example.com" });
    expect(error).toMatchObject({
      status,
      message: expect.stringContaining("POST /api/customers"),
    });
  });

  it.each([400, 403])("a %i is told at once", async (status) => {
    fails(status);
    await expect(
      failure("findOrCreateCustomer", { email: "jo@example.com" }),
    ).resolves.toMatchObject({ status });
  });

  it("a fault while looking means that nothing is written", async () => {
    gorgias()
      .get(`/api/customers?${BY_EMAIL}`)
      .reply(403, { error: { msg: "No." } });
    await expect(
      failure("findOrCreateCustomer", { email: "jo@example.com" }),
    ).resolves.toMatchObject({ status: 403 });
  });
});

describe("refuses", () => {
  it("two customers where there should be one, and names both", async () => {
    finds(BY_EMAIL, 7);
    finds(BY_PHONE, 8);
    const inputs = { email: "jo@example.com", phoneNumber: "+33612345678" };
    await expect(failure("findOrCreateCustomer", inputs)).resolves.toMatchObject({
      name: "InputError",
      message:
        "Email: belongs to customer 7, and Phone to customer 8. Leave one of them out, or merge the customers first.",
    });
  });

  it.each([
    [{ email: "wife@example.com" }, "Email", "e-mail address", { channels: [] }],
    [{ external_id: "B" }, "External ID", "external ID", { external_id: "A" }],
  ])("somebody whose own %j is another", async (asked, name, what, own) => {
    if ("email" in asked) {
      finds("email=wife%40example.com");
      finds("channel_type=email&channel_address=wife%40example.com");
    } else {
      finds("external_id=B");
    }
    finds(BY_PHONE, 7);
    reads({ ...jo, ...own });
    await expect(
      failure("findOrCreateCustomer", { ...asked, phoneNumber: "+33612345678" }),
    ).resolves.toMatchObject({
      name: "InputError",
      message: `${name}: is not that of customer 7, to whom Phone belongs and who has another ${what}. Leave one of them out, or change the customer first.`,
    });
  });

  it("nothing to look for", async () => {
    await expect(failure("findOrCreateCustomer", { name: "Jo" })).resolves.toMatchObject({
      message: "Email: is blank, and so are Phone and External ID. Fill in one of the three.",
    });
  });
});
