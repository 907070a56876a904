import { Alert, Anchor, List } from "@mantine/core";
import type { Refusal } from "../../messages";
import { idOf } from "./fields/field";

/** The ID of the summary, which takes the focus where no field is to blame. */
const SUMMARY = "refusals";

/** What has to be changed before a step can run, all of it. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    refusals.length > 0 && (
      <Alert
        id={SUMMARY}
        tabIndex={-1}
        color="red"
        title="Nothing was sent. This has to be changed first:"
      >
        <List size="sm">
          {refusals.map(({ input, message }) => (
            <List.Item key={`${input} ${message}`} style={{ overflowWrap: "anywhere" }}>
              {input === undefined ? (
                message
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  c="inherit"
                  ta="left"
                  style={{ verticalAlign: "top" }}
                  onClick={() => focusOn(input)}
                >
                  {message}
                </Anchor>
              )}
            </List.Item>
          ))}
        </List>
      </Alert>
    )
  );
}

/** What stands against the form as a whole, before anyone has tried to send it. */
export function FormWide({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return refusals.map(({ message }) => (
    <Alert key={message} color="red" role="status">
      {message}
    </Alert>
  ));
}

/** Goes to the field of an input, or to the summary for what is of the whole form. */
export function focusOn(input: string | undefined): void {
  document.getElementById(input === undefined ? SUMMARY : idOf(input))?.focus();
}
