const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take minutes, the longest first: begun last they would leave one worker idle beside them. */
const LONGEST = [
  /journeys\/every-page/,
  /journeys\/contact-promise/,
  /pages\/.*in-a-browser/,
  /timers\//,
  /journeys\//,
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((long) => long.test(path));
  return rank === -1 ? LONGEST.length : rank;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
};
