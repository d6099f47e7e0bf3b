import { describe, expect, it } from 'vitest';
import { type FrameView, frameAddress } from '../../../lib/dom/frame-address.ts';
import { isGarbled } from '../../../lib/dom/garbled.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { parsePage } from '../../support/parse-page.ts';

const chinese = '田埂上的石坎要年年修，修一年管三年；不修，一场雨就冲掉一半。'.repeat(8);
const shown = (text: string, charset = 'UTF-8'): boolean =>
  isGarbled(parsePage(`<html><body><p>${text}</p></body></html>`, 'http://a.cn/'), charset);
const readAs = (encoding: string): string => new TextDecoder(encoding).decode(new Uint8Array(encodeGb2312(chinese)));

describe('a page that was decoded wrongly', () => {
  it.each(['windows-1252', 'utf-8', 'big5'])('shows it: GBK read as %s', (encoding) => {
    expect(shown(readAs(encoding), encoding)).toBe(true);
  });

  it.each([
    chinese,
    'Les élèves de l’école supérieure ont été reçus à Besançon; où étaient-ils passés, ces garçons? '.repeat(20),
    'Über Größe und Maß: fünf Übungen für die Oberschüler. '.repeat(20),
    `${chinese}\ufffd\ufffd`,
    '&nbsp;'.repeat(200),
    '',
  ])('and no other does: %#', (text) => {
    expect(shown(text)).toBe(false);
    expect(shown(text, 'Big5')).toBe(false);
  });
});

describe('the address of a frame', () => {
  const top = (href: string): FrameView => {
    const view = { location: { href }, document: { baseURI: href, referrer: '' } } as FrameView;
    return Object.assign(view, { parent: view });
  };
  const inside = (parent: FrameView, href: string, baseURI = href, referrer = ''): FrameView => ({
    location: { href },
    document: { baseURI, referrer },
    parent,
  });
  const closed: FrameView = {
    get location(): never {
      throw new Error('another origin');
    },
    document: { baseURI: '', referrer: '' },
    get parent(): never {
      throw new Error('another origin');
    },
  };

  it.each([
    [top('http://a.cn/1'), 'http://a.cn/1'],
    [inside(top('http://a.cn/1'), 'about:srcdoc'), 'http://a.cn/1'],
    [inside(inside(top('http://a.cn/1'), 'about:blank'), 'about:srcdoc'), 'http://a.cn/1'],
    [inside(top('http://a.cn/1'), 'http://a.cn/2'), 'http://a.cn/2'],
    [inside(top('file:///a/b.html'), 'about:srcdoc'), 'file:///a/b.html'],
    [inside(closed, 'about:srcdoc', 'http://a.cn/base/'), 'http://a.cn/base/'],
    [inside(closed, 'data:text/html,x', 'data:text/html,x', 'http://a.cn/3'), 'http://a.cn/3'],
    [top('about:blank'), 'about:blank'],
  ])('is that of the nearest page around it that has one: %#', (view, address) => {
    expect(frameAddress(view)).toBe(address);
  });
});
