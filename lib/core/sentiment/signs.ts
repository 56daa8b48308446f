/** Emoji and emoticons, the same in every language. */
const signs: Record<number, string> = {
  3: '😍 🥰 😘 ❤ ♥ 💕 💖 💗 💓 💞 💘 💜 💙 💚 💛 🧡 🤩 🥳 🎉 🎊 🏆 🥇 <3 <33 <333 💯 😻 🫶 🙌 👏',
  2: '😀 😃 😄 😁 😊 🙂 😇 😋 😎 🤗 👍 👌 💪 🙏 ✨ 🌟 ⭐ 🔥 😌 ☺ 🤝 💐 🌹 🎁 🍀 ✅ 🚀 😚 😙 :) :-) :)) :))) :D :-D =) =D ;) ;-) :P :-P :p xD XD ^^ ^_^ :3 :*',
  1: '😂 🤣 😆 😅 😉 😜 😝 😛 🤭 😏 🌞 🌈 💃 🕺 🤞 🌸 🌷',
  [-1]: '😐 😑 😕 😬 🤔 😳 😶 🙃 🤷 🤦 😮 😓 :/ :-/ :\\ :| :-| ⚠ 🚨 🤨 😟 🙁',
  [-2]: '😞 😔 😢 😭 😩 😫 😣 😖 😥 😰 😨 😱 😒 🙄 👎 💔 ☹ 😿 🥺 🥱 😪 ❌ 🚫 :( :-( :(( :((( =( :[ 💀',
  [-3]: '😡 😠 🤬 👿 😤 🤮 🤢 💩 🖕 🤡',
};

const valences = new Map(Object.entries(signs).flatMap(([valence, list]) => list.split(' ').map((sign) => [sign, Number(valence)] as const)));

/** What an emoji or emoticon says, -3 to 3; undefined of those that say nothing. */
export const signValence = (sign: string): number | undefined => valences.get(sign);
