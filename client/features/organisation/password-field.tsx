import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** A new password: long rather than odd, and shown when one wants to see it. */
export function PasswordField({ label, error }: { label: string; error?: string | undefined }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="password-field">
      <Field
        label={label}
        name="password"
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        required
        minLength={15}
        error={error}
      />
      <p className="field-hint">At least 15 characters. A few words that you remember do well.</p>
      <Button kind="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? "Hide the password" : "Show the password"}
      </Button>
    </div>
  );
}
