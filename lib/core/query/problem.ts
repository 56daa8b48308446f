/** What is wrong with a query, and where. `code` is the message's key in the catalogue, under `query.problem`. */
export type Code =
  | 'unknownKey'
  | 'unknownValue'
  | 'noValue'
  | 'notNumber'
  | 'notDay'
  | 'notCompared'
  | 'openQuote'
  | 'openParenthesis'
  | 'strayParenthesis'
  | 'nothingThere'
  | 'tooLong';

export interface Problem {
  code: Code;
  /** Characters (UTF-16) of the text, from the first one on, up to but not with the second. */
  at: [from: number, to: number];
  /** The key concerned, in its canonical English form where it is one. */
  key: string;
  /** What was written that does not fit. */
  value: string;
  /** What was perhaps meant. */
  near: string[];
}
