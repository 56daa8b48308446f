/** Which column of a foreign table is what: guessed by its head, as listening suites and people write it in English, French and Indonesian. */
import { fold } from './fold.ts';

export const fields = [
  'text',
  'title',
  'url',
  'author',
  'handle',
  'date',
  'time',
  'network',
  'likes',
  'comments',
  'shares',
  'views',
  'saves',
  'rating',
  'language',
  'sentiment',
] as const;
export type Field = (typeof fields)[number];

/** A field for each column, in their order; null where a column is left out. */
export type Mapping = readonly (Field | null)[];

/**
 * Heads by field, folded, letters and digits only, the surest first. From the export formats of Brandwatch, Talkwalker, Meltwater, Mention,
 * Brand24, Sprout Social, Hootsuite and Awario as their help pages name the columns, and from our own exports. Estimates (reach, impressions,
 * ad value) are no public numbers and have no field.
 */
const heads: Record<Field, string> = {
  text: 'text fulltext content snippet mention message mentioncontent posttext tweettext hitsentence contentsnippet body description caption review comment verbatim post extrait texte contenu avis teks isi konten ulasan kutipan',
  title: 'title headline subject titre objet judul',
  url: 'url permalink posturl mentionurl sourceurl resourceurl link postlink address lien adresse tautan alamat',
  author: 'author authorname fullname name from user username influencer auteur nomdelauteur nom penulis namapenulis nama pengguna',
  handle: 'handle authorhandle screenname twitterscreenname authorusername profile account compte pseudo identifiantauteur akun',
  date: 'date publisheddate datepublished published publishedat createdat created createdtime timestamp datetime posteddate publie datedepublication datepublication dateheure tanggal terbit tanggalterbit waktuterbit',
  time: 'time hour heure jam waktu pukul',
  network: 'network socialnetwork platform source sourcetype pagetype mediatype channel reseau plateforme canal jaringan platformmedia sumber',
  likes: 'likes likecount reactions favorites favourites upvotes jaime mentionsjaime reactionscount suka jumlahsuka',
  comments: 'comments commentcount replies replycount commentaires reponses komentar balasan',
  shares: 'shares sharecount retweets reposts reshares partages bagikan dibagikan',
  views: 'views viewcount plays videoviews vues lectures tayangan ditonton',
  saves: 'saves bookmarks enregistrements simpan disimpan',
  rating: 'rating stars starrating note etoiles peringkat bintang',
  language: 'language lang langue bahasa',
  sentiment: 'sentiment polarity tone tonalite polarite sentimen',
};
const known = new Map(fields.flatMap((field) => heads[field].split(' ').map((head, rank) => [head, { field, rank }] as const)));

const bare = (head: string) => fold(head).replace(/[^\p{L}\p{N}]/gu, '');

/** A field for each head; where two columns could be one field, the surer one is. */
export function guessMapping(heads: readonly string[]): Mapping {
  const guesses = heads.map((head) => known.get(bare(head)) ?? null);
  return guesses.map((guess, column) => {
    if (!guess) return null;
    const better = guesses.some(
      (other, at) => other?.field === guess.field && (other.rank < guess.rank || (other.rank === guess.rank && at < column)),
    );
    return better ? null : guess.field;
  });
}

/** What tells one kind of table from another: its heads, in their order. */
export const headSignature = (heads: readonly string[]): string => heads.map(bare).join('|');
