import { useState } from 'react';

/** The last answer, kept while the next is on its way: a page that goes blank at each change of a filter cannot be read. */
export function useLast<T>(answer: T | undefined): T | undefined {
  const [last, setLast] = useState(answer);
  if (answer !== undefined && answer !== last) setLast(answer);
  return answer ?? last;
}
