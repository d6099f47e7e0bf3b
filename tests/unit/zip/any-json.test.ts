import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyJson } from '../../../lib/zip/any-json.ts';

it('is JSON itself for whatever has a JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(anyJson(value)).toBe(JSON.stringify(value));
    }),
  );
});

it('tells of circles, numbers of any length and nesting without end what can be told', () => {
  const circle: Record<string, unknown> = { a: [1n, new Date(0), new Date(Number.NaN)] };
  circle['self'] = circle;
  circle['again'] = [circle, circle];
  expect(JSON.parse(anyJson(circle))).toEqual({
    a: ['1', '1970-01-01T00:00:00.000Z', null],
    self: '…',
    again: ['…', '…'],
  });
  let deep: unknown[] = [];
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(anyJson(deep)).toContain('…');
});

it('gives each part its other form first, which is no circle for being made anew', () => {
  const circle: Record<string, unknown> = { b: 2, a: new Uint8Array(2) };
  circle['self'] = circle;
  const form = (part: unknown): unknown => {
    if (part instanceof Uint8Array) return { bytes: part.length };
    return typeof part === 'object' && part !== null ? { ...part } : part;
  };
  expect(JSON.parse(anyJson(circle, form))).toEqual({ b: 2, a: { bytes: 2 }, self: '…' });
});

it('is a text for what JSON has nothing for', () => {
  for (const value of [undefined, () => 1, Symbol('x')]) expect(anyJson(value)).toBe('');
});
