const adjectives =
  'Amber Bold Brave Bright Brisk Calm Clever Copper Daring Eager Fair Gentle Golden Grand Happy Humble Ivory Jolly Keen Kind Lively Lucky Merry Noble Patient Proud Quick Quiet Silver Steady Sunny Swift'.split(
    ' ',
  );
const animals =
  'Badger Bear Beaver Bison Crane Deer Dolphin Eagle Falcon Finch Fox Hare Hawk Heron Ibis Jay Lark Lynx Marten Moose Otter Owl Panda Puffin Raven Robin Seal Stork Swan Tiger Wolf Wren'.split(
    ' ',
  );

/** An alias in words: the same alias is always called the same, and it says as little of who it is. */
export function nickname(alias: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < alias.length; index++) {
    hash = Math.imul(hash ^ alias.charCodeAt(index), 0x01000193) >>> 0;
  }
  const number = 10 + (((hash >>> 10) ^ (hash >>> 20)) % 90);
  return `${adjectives[hash % 32]} ${animals[(hash >>> 5) % 32]} ${number}`;
}
