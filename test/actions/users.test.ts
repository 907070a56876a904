import component from "../../src";
import recorded from "../schemas/recorded/list-users.json";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const [sam, bot] = recorded.response.data;

const exactly = (expected: object) => (sent: unknown) => {
  expect(sent).toStrictEqual(expected);
  return true;
};

it.each([
  ["by its name", "lite-agent"],
  ["by its name in other letters", " Lite-Agent "],
  ["as Get User answers it", { name: "lite-agent" }],
  ["as text of that", '{ "name": "lite-agent" }'],
])("a role is given %s", async (_, role) => {
  gorgias()
    .post(
      "/api/users",
      exactly({ name: "Kim", email: "kim@example.com", role: { name: "lite-agent" } }),
    )
    .reply(201, { id: 8 });
  await run("createUser", { name: "Kim", email: "kim@example.com", role });
});

it.each([["boss"], [{ name: "boss" }], [{ id: 1 }]])("there is no role %j", async (role) => {
  const error = await failure("createUser", { name: "Kim", email: "kim@example.com", role });
  expect(error.message).toMatch(/^Role: expected one of admin, agent, /);
});

it("user 0 is read and changed, and never deleted", async () => {
  gorgias().get("/api/users/0").reply(200, { id: 7 });
  gorgias()
    .put("/api/users/0", exactly({ bio: "Hi" }))
    .reply(200, { id: 7 });
  await expect(run("getUser", { id: "0" })).resolves.toEqual({ id: 7 });
  await run("updateUser", { id: 0, bio: "Hi" });
  const error = await failure("deleteUser", { id: 0 });
  expect(error.message).toBe("User ID: expected a whole number from 1, got 0.");
});

it.each([
  ["an agent", sam],
  ["a bot, whose address is none", bot],
])("what Get User answered of %s goes back into Update User", async (_, user) => {
  const {
    id,
    active,
    bio: _bio,
    email,
    firstname,
    lastname,
    meta,
    name,
    role,
    timezone,
  } = user ?? {};
  gorgias()
    .put(
      `/api/users/${id}`,
      exactly({ active, email, firstname, lastname, meta, name, role, timezone }),
    )
    .reply(202, user);
  await expect(run("updateUser", { ...user })).resolves.toEqual(user);
});

it("passwords are sent as they were typed, and shown to nobody who types them", async () => {
  const typed = { new_password: " p4ss w0rd ", old_password: "0ld-p4ss", two_fa_code: "012345" };
  gorgias().put("/api/users/7", exactly(typed)).reply(202, { id: 7 });
  await run("updateUser", { id: 7, ...typed });
  const { inputs = [] } = component.actions.updateUser ?? {};
  const hidden = inputs.filter(({ type }) => type === "password").map(({ key }) => key);
  expect(hidden.sort()).toEqual(
    ["new_password", "old_password", "password_confirmation", "two_fa_code"].sort(),
  );
});

it("roles are repeated in the query, and a search is sent along", async () => {
  gorgias()
    .get("/api/users?search=kim&roles=agent&roles=bot&available_first=true")
    .reply(200, page([sam]));
  await run("listUsers", { search: "kim", roles: ["agent", "bot"], available_first: "Yes" });
});

it("deleting answers what was deleted, and says what nobody documents", async () => {
  gorgias().delete("/api/users/454003867").reply(204);
  await expect(run("deleteUser", { id: 454003867 })).resolves.toEqual({
    id: 454003867,
    deleted: true,
  });
  expect(component.actions.deleteUser?.display.description).toContain("doesn't document");
});

it.each([[[{ name: "agent" }, "admin"]], ['[{ "name": "agent" }, { "name": "admin" }]']])(
  "List Users takes the roles %j",
  async (roles) => {
    gorgias().get("/api/users?roles=agent&roles=admin").reply(200, page([]));
    await expect(run("listUsers", { roles })).resolves.toEqual(page([]));
  },
);
