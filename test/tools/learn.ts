/**
 * npm run --silent learn -- <train.jsonl> <test.jsonl>
 *
 * Learns from lines `{text, label}`, then prints for each line `{text}` of the second file, in its order, a line
 * `{label, confidence, words}`: the likeliest label, how likely it is to be right (calibrated on examples held out), and the words of the text
 * that moved it. The product stays silent below a confidence; here every line is answered, so that any threshold can be tried.
 */
import { predict, train } from '../../lib/core/learn/learner.ts';
import { BadLine, examplesIn, textsIn } from './examples.ts';

const usage = `usage: npm run --silent learn -- <train.jsonl> <test.jsonl>
  train.jsonl  a line {"text": …, "label": …} an example, of two labels at least
  test.jsonl   a line {"text": …} a text; prints {"label", "confidence", "words"} for each`;
const [trainFile, testFile] = process.argv.slice(2);
if (!trainFile || !testFile) {
  console.error(usage);
  process.exit(trainFile === '--help' ? 0 : 2);
}

try {
  const [{ examples, labels }, texts] = await Promise.all([examplesIn(trainFile), textsIn(testFile)]);
  const model = train(examples);
  const answers = texts.map((text) => {
    const { label, confidence, words } = predict(model, { text });
    return JSON.stringify({ label: labels.get(label), confidence: Number(confidence.toFixed(4)), words });
  });
  process.stdout.write(answers.map((answer) => `${answer}\n`).join(''));
} catch (error) {
  const isTheirs = error instanceof BadLine || error instanceof RangeError || (error instanceof Error && 'code' in error);
  if (!isTheirs) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
