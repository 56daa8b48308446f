import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indonesianRoots } from '../../lib/core/sentiment/indonesian-roots.ts';
import { feelingOf, readSentiment } from '../../lib/core/sentiment/reading.ts';

const label = (text: string, lang?: string) => readSentiment(text, lang).label;

describe('English', () => {
  test.each([
    ['positive', 'I love my new Arvelle, best coffee in years'],
    ['positive', 'Can’t wait for the weekend'],
    ['positive', 'Not bad at all, honestly'],
    ['positive', 'sooooo goooood'],
    ['negative', 'Three weeks and the parcel is still delayed. Awful support.'],
    ['negative', 'This is not good'],
    ['negative', 'The app stopped working again'],
    ['negative', 'I don’t recommend it'],
    ['neutral', 'The company opens a new office in Leeds on Monday'],
    ['neutral', 'What time does the shop in Hull open?'],
  ])('%s: %s', (expected, text) => expect(label(text)).toBe(expected));
});

describe('French', () => {
  test.each([
    ['positive', 'Superbe machine, je suis très content de mon achat'],
    ['positive', 'Un grand merci à toute l’équipe, accueil chaleureux'],
    ['positive', 'Je n’ai pas été déçu'],
    ['negative', 'Je n’aime pas du tout ce café'],
    ['negative', 'Ce n’est pas acceptable'],
    ['negative', 'Encore une panne, quelle honte'],
    ['negative', 'Livraison en retard et service client injoignable, à éviter'],
    ['neutral', 'Le magasin de Lyon ouvre lundi à neuf heures'],
    ['neutral', 'Les panneaux solaires du stade sont en place'],
  ])('%s: %s', (expected, text) => expect(label(text)).toBe(expected));
});

describe('Indonesian', () => {
  test.each([
    ['positive', 'Kopinya enak banget, pelayanannya ramah'],
    ['positive', 'Mesinnya mantap, gak nyesel beli'],
    ['positive', 'Tidak pernah mengecewakan'],
    ['negative', 'Pelayanannya mengecewakan, kapok'],
    ['negative', 'Rasanya gak enak dan tempatnya kotor'],
    ['negative', 'Aplikasinya error terus, bikin kesel'],
    ['neutral', 'Toko baru di Bandung buka hari Senin'],
    ['neutral', 'Selamat siang, ada yang bisa kami bantu?'],
  ])('%s: %s', (expected, text) => expect(label(text)).toBe(expected));

  test.each([
    ['kebersihannya', 'bersih'],
    ['menyenangkan', 'senang'],
    ['enak-enak', 'enak'],
    ['tempatku', 'tempat'],
  ])('%s may be made of %s', (word, root) => expect([...indonesianRoots(word)]).toContain(root));
});

describe('in any language', () => {
  test('an empty text is neutral, and so is one of marks', () => {
    for (const text of ['', '   ', '…', '@user http://example.com/great']) expect(readSentiment(text)).toMatchObject({ label: 'neutral', words: [] });
  });
  test('emoji and emoticons speak where words do not', () => {
    expect(label('Arvelle 😍')).toBe('positive');
    expect(label('Arvelle 😡')).toBe('negative');
    expect(label('Ein Montag :-(', 'de')).toBe('negative');
  });
  test('a language without a list is not read with another’s', () => {
    expect(label('die war gut', 'de')).toBe('neutral');
    expect(label('Rust is bad', 'xx')).toBe('neutral');
  });
  test('the language said goes before the one that the words look like', () => {
    expect(label('pain', 'en')).toBe('negative');
    expect(label('pain', 'fr')).toBe('neutral');
    expect(label('SUPERBE', 'fr-CA')).toBe('positive');
    expect(label('enak', 'in')).toBe('positive');
    expect(label('Kopinya enak banget', 'und')).toBe('positive');
  });
});

describe('the words shown', () => {
  test('are those that moved it, the strongest first, phrases whole', () => {
    expect(readSentiment('A nice idea, but the worst support: no reply in weeks').words).toEqual([
      { text: 'worst', value: -3 },
      { text: 'nice', value: 2 },
      { text: 'no reply', value: -2 },
    ]);
  });
  test('count what stands around them: strengthened 1.3 ×, weakened 0.6 ×, turned round -0.7 ×', () => {
    expect(readSentiment('very nice').words).toEqual([{ text: 'nice', value: 2 * 1.3 }]);
    expect(readSentiment('slightly boring').words).toEqual([{ text: 'boring', value: -2 * 0.6 }]);
    expect(readSentiment('it was never boring').words).toEqual([
      { text: 'boring', value: -2 * -0.7 },
      { text: 'never', value: -0.5 },
    ]);
    expect(readSentiment('not this. nice').words).toEqual([{ text: 'nice', value: 2 }]);
  });
  test('sum to the score, and stand in the text', () => {
    const pieces = [
      'not',
      'good',
      'bad',
      'pas',
      'bon',
      'enak',
      'tidak',
      '.',
      '😡',
      ':)',
      'le',
      'the',
      'yang',
      'terrible',
      'merci',
      'ga',
      'kecewa',
      'sooo',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (chosen) => {
        const text = chosen.join(' ');
        const { score, words } = readSentiment(text);
        expect(words.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 6);
        for (const word of words) expect(text).toContain(word.text);
      }),
    );
  });
  test('whatever is written, there is an answer, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const reading = readSentiment(text);
        expect(['negative', 'neutral', 'positive']).toContain(reading.label);
        expect(Number.isFinite(reading.score)).toBe(true);
        expect(readSentiment(text)).toEqual(reading);
      }),
    );
  });
});

describe('the feeling suggested', () => {
  test('names the words that lean its way alone, each once', () => {
    const { label, words } = feelingOf('Broken again. BROKEN! Support was nice, but: terrible', 'en')!;
    expect(label).toBe('negative');
    expect(words.map((word) => word.toLowerCase()).sort()).toEqual(['broken', 'terrible']);
    expect(feelingOf('Mesin ini enak banget', 'id')).toMatchObject({ label: 'positive', words: ['enak'] });
  });
  test('is none where the words say nothing, or the language is not known', () => {
    expect(feelingOf('The parcel came on Tuesday', 'en')).toBeNull();
    expect(feelingOf('', 'en')).toBeNull();
    expect(feelingOf('Ein Montag :-( 😡', 'de')).toBeNull();
    expect(feelingOf('😍', 'und')).toBeNull();
  });
});
