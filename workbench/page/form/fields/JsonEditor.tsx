import { json } from "@codemirror/lang-json";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorView, keymap } from "@codemirror/view";
import { Button, Group, Paper, Text } from "@mantine/core";
import CodeMirror, { Prec } from "@uiw/react-codemirror";
import { applyEdits, format, type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { useMemo } from "react";
import { useCodeTheme } from "../../codeTheme";

/** How an editor of JSON is named, and what it holds. */
export interface JsonEditorProps {
  readonly id: string;
  readonly label: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly value: string;
  /** Whether the field says already what is wrong: the editor then says only where. */
  readonly isInvalid: boolean;
  readonly onChange: (value: string) => void;
}

/** What the parser finds, in words. */
const WORDS: Readonly<Partial<Record<ReturnType<typeof printParseErrorCode>, string>>> = {
  InvalidSymbol: "This is no JSON. A text or a name stands in double quotes.",
  PropertyNameExpected: "A name in double quotes is expected here.",
  ValueExpected: "A value is expected here.",
  ColonExpected: "A colon is expected here.",
  CommaExpected: "A comma is expected here.",
  CloseBraceExpected: "A closing brace } is missing.",
  CloseBracketExpected: "A closing bracket ] is missing.",
  EndOfFileExpected: "The JSON ends before this.",
  UnexpectedEndOfString: "The closing quotation mark is missing.",
  InvalidNumberFormat: "This number is not valid.",
  InvalidEscapeCharacter: "This escape is not valid in JSON.",
  InvalidUnicode: "This escape is not valid in JSON.",
  InvalidCommentToken: "JSON has no comments.",
};

/** Edits JSON: what is wrong is marked at its place and said below. */
export default function JsonEditor(props: JsonEditorProps) {
  const { id, label, labelledBy, describedBy, value, isInvalid, onChange } = props;
  const [fault] = faultsIn(value);
  const extensions = useMemo(
    () => [
      json(),
      linter(({ state }) => faultsIn(state.doc.toString()).map(shownAtPlace)),
      lintGutter(),
      EditorView.lineWrapping,
      // It runs the step: no blank line is added.
      Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true }])),
      EditorView.contentAttributes.of({
        id,
        "aria-labelledby": labelledBy,
        "aria-describedby": `${describedBy} ${id}-place`,
        ...(isInvalid && { "aria-invalid": "true" }),
      }),
    ],
    [id, labelledBy, describedBy, isInvalid],
  );
  return (
    <>
      <Paper withBorder style={{ overflow: "hidden" }}>
        <CodeMirror
          value={value}
          onChange={onChange}
          theme={useCodeTheme()}
          extensions={extensions}
          // Tab goes on to the next field.
          indentWithTab={false}
          basicSetup={{ foldGutter: false, highlightActiveLine: false }}
          minHeight="4rem"
          maxHeight="24rem"
        />
      </Paper>
      <Group justify="space-between" gap="xs" mt={4} wrap="nowrap" align="flex-start">
        <Text id={`${id}-place`} size="xs" c="var(--mantine-color-error)">
          {fault && (isInvalid ? placeOf(value, fault.offset) : placeAndWords(value, fault))}
        </Text>
        <Button
          variant="default"
          size="compact-xs"
          flex="none"
          aria-label={`Format ${label}`}
          disabled={value.trim() === "" || fault !== undefined}
          onClick={() => onChange(formatted(value))}
        >
          Format
        </Button>
      </Group>
    </>
  );
}

function faultsIn(text: string): readonly ParseError[] {
  const faults: ParseError[] = [];
  if (text.trim() !== "") {
    parse(text, faults, { disallowComments: true });
  }
  return faults;
}

const wordsOf = ({ error }: ParseError) =>
  WORDS[printParseErrorCode(error)] ?? "This is not valid JSON.";

const placeAndWords = (text: string, fault: ParseError) =>
  `${placeOf(text, fault.offset)}: ${wordsOf(fault)}`;

const shownAtPlace = (fault: ParseError): Diagnostic => ({
  from: fault.offset,
  to: fault.offset + fault.length,
  severity: "error",
  message: wordsOf(fault),
});

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `Line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
}

/** Only blanks change: a number of many digits stays as it was typed. */
const formatted = (text: string) =>
  applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true }));
