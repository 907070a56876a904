import { Input, Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { textOf } from "../values";
import { type FieldProps, groupFrameOf, partsOf } from "./field";

/** The editor is large: it comes once a form needs it. */
const JsonEditor = lazy(() => import("./JsonEditor"));

/** JSON, in an editor. */
export function JsonField(field: FieldProps) {
  const { input, value, error, onChange } = field;
  return (
    <Input.Wrapper {...groupFrameOf(field)}>
      <Suspense fallback={<Skeleton h={66} mb={26} />}>
        <JsonEditor
          {...partsOf(field)}
          label={input.label}
          value={textOf(value)}
          isInvalid={error !== undefined}
          onChange={onChange}
        />
      </Suspense>
    </Input.Wrapper>
  );
}
