import { Anchor, Code, type InputWrapperProps } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import type { FormInput } from "../../../messages";
import { usePassedFocus } from "../../controls/passedFocus";
import { exampleFor } from "../values";

/** What every kind of field gets. */
export interface FieldProps {
  readonly input: FormInput;
  readonly value: unknown;
  /** Why it cannot be sent. */
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** The ID of the element of a field that takes the focus. */
export const idOf = (key: string) => `input-${key}`;

/** Where the label, the description and the error of a field stand, for what names itself by them. */
export const partsOf = ({ input, error }: FieldProps) => {
  const id = idOf(input.key);
  const describedBy = [`${id}-description`, ...(error ? [`${id}-error`] : [])].join(" ");
  return { id, labelledBy: `${id}-label`, describedBy };
};

/** What stands in a blank field. An example stands among the comments: here it looks filled in. */
export const hintOf = ({ placeholder = "", example }: FormInput, otherwise = "") =>
  placeholder === "" || placeholder === example ? otherwise : placeholder;

/** What stands around each field: its label, its comments and what is wrong with it. */
export function frameOf(field: FieldProps) {
  const { input, error } = field;
  return {
    id: idOf(input.key),
    label: input.label,
    required: input.required,
    error,
    description: <Comments {...field} />,
    descriptionProps: { lh: 1.5 },
  } satisfies Partial<InputWrapperProps>;
}

/** The same for a field that is made of several elements, of which none is the labelled one. */
export function groupFrameOf(field: FieldProps) {
  const { id, ...frame } = frameOf(field);
  return {
    ...frame,
    labelElement: "div",
    labelProps: { id: `${id}-label` },
    descriptionProps: { id: `${id}-description`, lh: 1.5, mb: 5 },
    errorProps: { id: `${id}-error`, mt: 5 },
  } satisfies Partial<InputWrapperProps>;
}

/** Closes the list of a field when the form is sent by keys: it covers what is told of that. */
export const closedBySending = (close: () => void) =>
  getHotkeyHandler([["mod+Enter", close, { preventDefault: false }]]);

/** A long list scrolls by itself, as the arrow keys of its field move in it: nothing else takes the focus. */
export const SCROLLED_LIST = {
  withScrollArea: false,
  styles: {
    options: { maxHeight: 240, overflowY: "auto", paddingInlineEnd: "var(--combobox-padding)" },
  },
} as const;

function Comments(field: FieldProps) {
  const { input, value } = field;
  const { comments, example } = input;
  // A file is dropped, and a choice is seen in its list.
  const isShown = example && input.type !== "data" && input.choices.length === 0;
  return (
    <>
      {comments}
      {isShown && (
        <>
          {" "}
          Example: <Code fz="inherit">{example}</Code>
          {isLong(input) && (value === "" || (Array.isArray(value) && value.length === 0)) && (
            <>
              {" "}
              <UseExample {...field} />
            </>
          )}
        </>
      )}
    </>
  );
}

function UseExample({ input, onChange }: FieldProps) {
  return (
    <Anchor
      ref={usePassedFocus(() => document.getElementById(idOf(input.key)))}
      component="button"
      type="button"
      fz="inherit"
      aria-label={`Use the example for ${input.label}`}
      onClick={() => onChange(exampleFor(input))}
    >
      Use
    </Anchor>
  );
}

/** What is tedious to type. */
const isLong = ({ type, collection }: FormInput) =>
  type === "code" || type === "timestamp" || collection === "keyvaluelist";
