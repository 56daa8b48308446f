/** What the scorer knows of one language. Words stand without accents and in lower case; `*` stands for any ending and `_` for a space. */
export interface Language {
  /** BCP 47 */
  id: 'en' | 'fr' | 'id';
  /** The score from which a text counts as coloured. */
  enough: number;
  /** Words and phrases by how strongly they colour a post, -3 to 3. */
  valences: Record<number, string>;
  /** Words by which the language is recognised. */
  common: string;
  /** Turn round what follows. */
  negators: string;
  /** Those of them that turn round the verb before them too: "je n'aime pas". */
  negatesBefore: string;
  /** Make the next coloured word stronger, or weaker. */
  boosters: string;
  dampers: string;
}
