import { isObject, type JsonObject } from "../client/json";
import { choice, chosenFrom, modelOf, yesNo } from "../fields/choice";
import { clearable, type Field, field, isBlank, required } from "../fields/field";
import { unexpected } from "../fields/inputError";
import { json, toJson } from "../fields/json";
import { choices } from "../fields/list";
import { id, wholeNumber } from "../fields/number";
import { secret, withSecrets } from "../fields/secret";
import { email, text } from "../fields/text";
import { USER_LANGUAGES, USER_ROLES } from "../schemas/user";
import { additionalFields } from "./common";
import { freeForm } from "./shapes";

const WITH_0 = "The ID of the user. 0 is the user whom the connection is signed in as.";

const ofUser = { label: "User ID", dataSource: "selectUser", example: "400746608" };

/** Somebody else than the owner of the account, whose role cannot be changed and who cannot be deleted. */
const otherUser = { ...ofUser, example: "400746609" };

/** The user to read; 0 is whoever is signed in (docs/gorgias-api.md, "Objects and their values"). */
export const userId = required(wholeNumber({ ...ofUser, comments: WITH_0 }));

/** The user to change. */
export const changedUserId = required(wholeNumber({ ...otherUser, comments: WITH_0 }));

/** The user to delete, who has to be named. */
export const deletedUserId = required(
  id({
    ...otherUser,
    comments: "The ID of the user. The owner of the account cannot be deleted.",
  }),
);

/** What a user may do: chosen by its name, or as Gorgias answers it. */
const role: Field<JsonObject | undefined> = field<JsonObject>(
  {
    label: "Role",
    type: "string",
    model: modelOf(USER_ROLES),
    example: "agent",
    comments: "What the user may do.",
  },
  (value, name) => {
    const given = typeof value === "string" && /^\s*\{/.test(value) ? toJson(value, name) : value;
    if (isObject(given) && isBlank(given.name)) {
      throw unexpected(name, `one of ${USER_ROLES.join(", ")}`, value);
    }
    return { name: chosenFrom(USER_ROLES, isObject(given) ? given.name : given, name) };
  },
  { type: "string", enum: USER_ROLES },
);

const name = text({ label: "Name", example: "Sam Agent", comments: "The user's full name." });

const changedEmail = email({
  label: "Email",
  example: "sam@example.com",
  comments:
    "The address that the user signs in with. Gorgias asks for Password Confirmation beside a new one.",
});

const optional = {
  firstname: clearable(
    text({ label: "First Name", example: "Sam", comments: "The user's first name." }),
  ),
  lastname: clearable(
    text({ label: "Last Name", example: "Agent", comments: "The user's last name." }),
  ),
  active: yesNo({ label: "Active", comments: "Whether the user can sign in." }),
  bio: clearable(
    text({
      label: "Bio",
      example: "Sam from Acme, at your service.",
      long: true,
      comments:
        "A text about the user. Macros can put it into answers, as a signature for example.",
    }),
  ),
  country: clearable(text({ label: "Country", example: "FR", comments: "The user's country." })),
  external_id: clearable(
    text({
      label: "External ID",
      example: "agent-17",
      comments: "The user's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  language: clearable(
    choice(USER_LANGUAGES, {
      label: "Language",
      comments: "The language in which the user sees Gorgias.",
    }),
  ),
  timezone: clearable(
    text({
      label: "Timezone",
      example: "Europe/Paris",
      comments: "The user's timezone, by its name in the IANA list.",
    }),
  ),
  meta: clearable(
    json(freeForm, {
      label: "Meta",
      example: '{ "department": "Returns" }',
      comments:
        "Structured information about the user, as a JSON object. On an update it replaces what is there, keys that Gorgias itself keeps in it included: send those that are to stay along.",
    }),
  ),
};

/** What can be set on a new user. */
export const newUserFields = {
  name: required(name),
  email: required(
    email({
      label: "Email",
      example: "sam@example.com",
      comments: "The address that the user signs in with. No other user may have it.",
    }),
  ),
  role: required(role),
  ...optional,
  additionalFields: additionalFields('{ "role": { "name": "agent" } }'),
};

/** What can be changed on a user. */
export const changedUserFields = {
  name,
  email: changedEmail,
  role,
  ...optional,
  new_password: secret({
    label: "New Password",
    example: "a-long-new-password",
    comments: "The user's new password. Gorgias asks for Old Password beside it.",
  }),
  old_password: secret({
    label: "Old Password",
    example: "the-password-so-far",
    comments: "The password that New Password replaces.",
  }),
  password_confirmation: secret({
    label: "Password Confirmation",
    example: "the-password-so-far",
    comments: "The user's password, which Gorgias asks for before it changes Email.",
  }),
  two_fa_code: secret({
    label: "Two-Factor Code",
    example: "123456",
    comments: "The current code of the user's two-factor authentication, where that is on.",
  }),
  additionalFields: withSecrets(additionalFields('{ "bio": null }')),
};

const roleNames = choices(USER_ROLES, {
  label: "Roles",
  example: "agent",
  comments: "Only users with one of these roles. Roles as Get User returned them work, too.",
});

/** Roles by their names, or as Gorgias answers them. */
const roles: typeof roleNames = {
  ...roleNames,
  read: (value, name) => {
    const given =
      typeof value === "string" && /^\s*\[?\s*\{/.test(value) ? toJson(value, name) : value;
    const list = isObject(given) ? [given] : given;
    const names = Array.isArray(list)
      ? list.map((one) => (isObject(one) ? (one.name ?? one) : one))
      : list;
    return roleNames.read(names, name);
  },
};

/** What a list of users can be filtered by. */
export const userFilters = {
  search: text({
    label: "Search",
    example: "sam",
    comments: "Only users whose name or e-mail address holds this text.",
  }),
  email: email({
    label: "Email",
    example: "sam@example.com",
    comments: "Only the user with this e-mail address.",
  }),
  external_id: text({
    label: "External ID",
    example: "agent-17",
    comments: "Only the user who has this ID in another system.",
  }),
  roles,
  available_first: yesNo({
    label: "Available First",
    comments: "Whether users who are available now come before the others.",
  }),
};
