import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginning,
  type Command,
  failed,
  flipSide,
  hasOthers,
  isJudged,
  type Judging,
  keyOf,
  loaded,
  offered,
  saved,
  step,
  undone,
} from '../../lib/core/judging.ts';
import { letters, quadrants } from '../../lib/core/quadrant.ts';

const brands = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `b${index + 1}`, name: `Brand ${index + 1}`, kind: 'competitor' as const }));
const [arvelle, kestrin] = [
  { id: 'a', name: 'Arvelle', kind: 'own' as const },
  { id: 'k', name: 'Kestrin', kind: 'competitor' as const },
];
const both = [arvelle, kestrin].filter((brand) => brand !== undefined);
const choosing = (mentioned = ['k'], options = both, quote = '') => loaded(beginning(true, quote), options, mentioned, ['Price', 'Support']);
const judged = () => saved(step(choosing(), 'W').state, { action: 'a1', tag: 't1' });

test('a post that names one brand takes three keys at most: judged, with one of nine themes, and left', () => {
  fc.assert(
    fc.property(fc.constantFrom('S', 'W', 'O', 'T'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), (letter, theme, count) => {
      const names = Array.from({ length: 9 }, (_, index) => `Theme ${index + 1}`);
      let state = loaded(beginning(true), brands(count), ['b1'], names);
      const said: Command['do'][] = [];
      for (const key of [letter, `${theme}`, 'Enter']) {
        const { state: next, command } = step(state, key);
        if (command) said.push(command.do);
        state = command && command.do !== 'leave' ? saved(next, { action: `a${said.length}`, tag: `t${said.length}` }) : next;
      }
      expect(said).toEqual(['save', 'refine', 'leave']);
      expect(state.done.at(-1)).toMatchObject({ brand: 'b1', theme: `Theme ${theme}`, quadrant: quadrants.find((name) => letters[name] === letter) });
    }),
  );
});

describe('choosing', () => {
  test('the brand that the post mentions comes first and is chosen', () => {
    const state = choosing();
    expect(state.brand).toBe('k');
    expect(offered(state).map(({ id }) => id)).toEqual(['k']);
    expect(hasOthers(state)).toBe(true);
  });

  test('one key judges and saves', () => {
    expect(step(choosing(), 'W').command).toEqual({ do: 'save', brand: 'k', quadrant: 'weakness' });
    expect(step(choosing(), 'W').state.phase).toBe('busy');
  });

  test('Enter saves unjudged, for the brand that is mentioned', () => {
    expect(step(choosing(), 'Enter').command).toEqual({ do: 'save', brand: 'k', quadrant: null });
  });

  test('B shows the others, and comes round again', () => {
    const others = step(choosing(), 'B').state;
    expect(offered(others).map(({ id }) => id)).toEqual(['k', 'a']);
    expect(step(others, '2').state.brand).toBe('a');
    expect(offered(step(others, 'B').state).map(({ id }) => id)).toEqual(['k']);
  });

  test('digits choose from nine at a time', () => {
    const state = loaded(beginning(true), brands(12), [], []);
    expect(offered(state)).toHaveLength(9);
    const next = step(state, 'B').state;
    expect(offered(next).map(({ id }) => id)).toEqual(['b10', 'b11', 'b12']);
    expect(step(next, '3').state.brand).toBe('b12');
    expect(step(next, '4').state).toBe(next);
  });

  test('a judgement without a brand waits for one, and is saved with it', () => {
    const waiting = step(choosing([]), 'T');
    expect(waiting).toEqual({ state: expect.objectContaining({ phase: 'choosing', quadrant: 'threat', brand: null }) });
    expect(step(waiting.state, '1').command).toEqual({ do: 'save', brand: 'a', quadrant: 'threat' });
  });

  test('where no brand exists nothing can be judged, but the post is saved', () => {
    const state = choosing([], []);
    expect(step(state, 'S')).toEqual({ state });
    expect(step(state, 'Enter').command).toEqual({ do: 'save', brand: null, quadrant: null });
  });

  test('the only brand there is needs no choosing', () => {
    expect(choosing([], [...both.slice(0, 1)]).brand).toBe('a');
  });
});

describe('after saving', () => {
  test('a digit gives the theme, Z takes back one step after the other', () => {
    const themed = step(judged(), '2');
    expect(themed.command).toEqual({ do: 'refine', tag: 't1', theme: 'Support' });
    const stored = saved(themed.state, { action: 'a2', tag: 't2' });
    expect(stored.theme).toBe('Support');
    expect(step(stored, 'Z').command).toEqual({ do: 'undo', action: 'a2' });
    const back = undone(stored);
    expect(back).toMatchObject({ phase: 'saved', theme: null, quadrant: 'weakness' });
    expect(step(back, 'Z').command).toEqual({ do: 'undo', action: 'a1' });
    expect(undone(back)).toMatchObject({ phase: 'choosing', quadrant: null, done: [] });
  });

  test('a further theme is given to the newest judgement', () => {
    const stored = saved(step(judged(), '2').state, { action: 'a2', tag: 't2' });
    expect(step(stored, '1').command).toEqual({ do: 'refine', tag: 't2', theme: 'Price' });
  });

  test('letters judge no second time', () => {
    expect(step(judged(), 'S').command).toBeUndefined();
  });

  test('what was saved unjudged can be judged', () => {
    const unjudged = saved(step(choosing(), 'Enter').state, { action: 'a1', tag: null });
    expect(isJudged(unjudged)).toBe(false);
    expect(step(unjudged, 'O').command).toEqual({ do: 'save', brand: 'k', quadrant: 'opportunity' });
    expect(step(unjudged, 'N')).toEqual({ state: unjudged });
  });

  test('N opens the reason; Enter keeps it, Escape goes back, and meanwhile letters are letters', () => {
    const { state } = step(judged(), 'N');
    expect(state.writing).toBe('reason');
    expect(step(state, 'Z', 'zinc')).toEqual({ state });
    expect(step(state, 'Enter', '  no spare part ').command).toEqual({ do: 'refine', tag: 't1', quote: 'no spare part' });
    expect(step(state, 'Enter', ' ').command).toBeUndefined();
    expect(step(state, 'Escape').state.writing).toBeNull();
  });

  test('a theme can be typed', () => {
    const { state } = step(judged(), '#');
    expect(step(state, 'Enter', 'Spare parts').command).toEqual({ do: 'refine', tag: 't1', theme: 'Spare parts' });
  });

  test('where the page could read along, the panel is opened instead of a field', () => {
    const state = { ...judged(), canWrite: false };
    expect(step(state, 'N')).toEqual({ state, command: { do: 'panel' } });
    expect(step(state, '#').command).toEqual({ do: 'panel' });
    expect(step(state, '1').command).toMatchObject({ do: 'refine' });
  });

  test('taking all back brings the selected words again', () => {
    const chosen = choosing(['k'], both, 'they will not sell it');
    const first = saved(step(chosen, 'W').state, { action: 'a1', tag: 't1' });
    const reason = saved(step(step(first, 'N').state, 'Enter', 'another').state, { action: 'a2', tag: 't2' });
    expect(reason.quote).toBe('another');
    expect(undone(undone(reason)).quote).toBe('they will not sell it');
  });
});

describe('when it fails', () => {
  test('R tries the same again, C copies, letters do nothing, only Escape leaves', () => {
    const { state, command } = step(choosing(), 'W');
    const broken = failed(state);
    expect(step(broken, 'R').command).toBe(command);
    expect(step(broken, 'C')).toEqual({ state: broken, command: { do: 'copy' } });
    for (const key of ['S', 'Enter', 'Z', '1', 'N']) expect(step(broken, key)).toEqual({ state: broken });
    expect(step(broken, 'Escape').command).toEqual({ do: 'leave' });
  });
});

describe('while something is under way', () => {
  test('keys wait, except that Escape leaves a ring that has not even loaded', () => {
    expect(step(beginning(true), 'Escape').command).toEqual({ do: 'leave' });
    const { state } = step(choosing(), 'W');
    for (const key of ['W', 'Enter', 'Escape']) expect(step(state, key)).toEqual({ state });
  });
});

test('whatever is pressed, a command saves only a judgement that has a brand, and undo undoes what was done last', () => {
  const keys = fc.constantFrom('S', 'W', 'O', 'T', '1', '2', '3', 'B', '#', 'N', 'Z', 'Enter', 'R', 'C', 'fail');
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), fc.subarray(['a', 'k']), (pressed, mentioned) => {
      let state: Judging = choosing(mentioned);
      let actions: string[] = [];
      pressed.forEach((key, index) => {
        const done = step(state, key === 'fail' ? 'W' : key, 'words');
        state = done.state;
        const { command } = done;
        if (!command || command.do === 'leave' || command.do === 'copy' || command.do === 'panel') return;
        if (command.do === 'save' && command.quadrant) expect(command.brand).not.toBeNull();
        if (key === 'fail') state = failed(state);
        else if (command.do === 'undo') {
          expect(command.action).toBe(actions.at(-1));
          actions = actions.slice(0, -1);
          state = undone(state);
        } else if (command.do !== 'load') {
          actions = [...actions, `a${index}`];
          const tag = command.do === 'refine' || command.quadrant ? `t${index}` : null;
          state = saved(state, { action: `a${index}`, tag });
        }
        expect(state.done.map(({ action }) => action)).toEqual(actions);
      });
    }),
  );
});

describe('the name of a key', () => {
  const pressed = (key: string, code = '', modifiers = {}) => keyOf({ key, code, ctrlKey: false, altKey: false, metaKey: false, ...modifiers });

  test.each([
    ['a letter in either case', pressed('w', 'KeyW'), 'W'],
    ['a digit by its place: a French keyboard gives "é" for 2', pressed('é', 'Digit2'), '2'],
    ['a digit of the number pad', pressed('7', 'Numpad7'), '7'],
    ['"#" although it stands on 3', pressed('#', 'Digit3', { shiftKey: true }), '#'],
    ['"#" by AltGr, which Windows reports as Ctrl and Alt', pressed('#', 'Digit3', { ctrlKey: true, altKey: true }), '#'],
    ['the browser’s own keys are not ours', pressed('s', 'KeyS', { ctrlKey: true }), null],
    ['nor is a letter without a meaning', pressed('x', 'KeyX'), null],
    ['nor zero', pressed('0', 'Digit0'), null],
    ['Escape', pressed('Escape', 'Escape'), 'Escape'],
  ])('%s', (_, name, expected) => expect(name).toBe(expected));
});

describe('the other side', () => {
  test('F judges it for us too, and it is offered once', () => {
    const state = judged();
    expect(flipSide(state)).toEqual({ brand: 'a', quadrant: 'opportunity' });
    const { state: next, command } = step(state, 'F');
    expect(command).toEqual({ do: 'flip', tag: 't1', brand: 'a', quadrant: 'opportunity' });
    const both = saved(next, { action: 'a2', tag: 't2' });
    expect(both).toMatchObject({ brand: 'a', quadrant: 'opportunity' });
    expect(flipSide(both)).toBeNull();
    expect(step(both, 'F')).toEqual({ state: both });
  });

  test('Z takes back first the other side, then the judgement, each with its brand', () => {
    const both = saved(step(judged(), 'F').state, { action: 'a2', tag: 't2' });
    expect(step(both, 'Z').command).toEqual({ do: 'undo', action: 'a2' });
    const one = undone(both);
    expect(one).toMatchObject({ phase: 'saved', brand: 'k', quadrant: 'weakness' });
    expect(flipSide(one)).toEqual({ brand: 'a', quadrant: 'opportunity' });
    expect(undone(one)).toMatchObject({ phase: 'choosing', brand: 'k', done: [] });
  });

  test('it is never taken by itself, nor before anything is judged', () => {
    expect(step(choosing(), 'F')).toEqual({ state: choosing() });
    const unjudged = saved(step(choosing(), 'Enter').state, { action: 'a1', tag: null });
    expect(flipSide(unjudged)).toBeNull();
    expect(step(unjudged, 'F')).toEqual({ state: unjudged });
  });
});
