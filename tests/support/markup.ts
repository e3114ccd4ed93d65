/** Checks the markup of built pages against the HTML standard. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of style that the compiler decides.
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'no-inline-style': 'error',
      // A frame in which a wide table scrolls is a region that takes the keyboard's focus, not a section of the text.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // ARIA lets a list of terms have a name.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // A list without bullets is read as a list by VoiceOver only with its role.
      'no-redundant-role': 'off',
      // A clause has a long title; search engines cut it, readers do not.
      'long-title': 'off',
      // Dates and numbers without a country's phone format are not phone numbers.
      'tel-non-breaking': 'off',
    },
  }),
);

/** One line a finding: where, rule, message. `html` is a whole page. */
export async function markupFindings(html: string, name: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message, selector }) => `${name}:${line}:${column} ${ruleId}: ${message} (${selector ?? ''})`),
  );
}
