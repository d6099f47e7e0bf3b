import { encodeGb2312 } from '../../portal/gb2312.ts';
import { gbkEscapes } from './address-forms.ts';

/** An address of the portal behind which no article stands. */
export interface OtherAddress {
  readonly address: string;
  readonly type: string;
  readonly body: () => Uint8Array;
}

const words = ['党建', '农村', '经济', '改革', '调查', '图书'] as const;
const tool = (title: string): Uint8Array =>
  encodeGb2312(
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${title}</title></head><body><form action="post.asp"><p>${title}</p><input name="q"></form></body></html>`,
  );
const page = (path: string, title: string): OtherAddress => ({
  address: `http://www.nbdx.cn/${path}`,
  type: 'text/html',
  body: () => tool(title),
});
const file = (path: string, type: string): OtherAddress => ({
  address: `http://www.nbdx.cn/${path}`,
  type,
  body: () => new TextEncoder().encode(path.repeat(8)),
});

/** The `n`th of them; those of a kind differ in their number. */
export function otherAddress(n: number): OtherAddress {
  if (n === 0) return { address: 'http://www.nbdx.cn/', type: 'text/html', body: () => tool('中共宁波市委党校') };
  const number = Math.floor(n / 10) + 1;
  switch (n % 10) {
    case 1:
      return page(`print.asp?id=${number + 100}`, '打印');
    case 2:
      return page(`comment.asp?id=${number + 100}`, '发表评论');
    case 3:
      return page(`search.asp?page=${number}&keyword=${gbkEscapes(words[number % words.length] ?? '')}`, '搜索结果');
    case 4:
      return page(`guestbook.asp?page=${number}`, '留言');
    case 5:
      return page(`count.asp?id=${number + 100}`, '');
    case 6:
      return file(`upfile/2005${String((number % 12) + 1).padStart(2, '0')}/pic${number}.gif`, 'image/gif');
    case 7:
      return file(`download/file${number}.doc`, 'application/msword');
    case 8:
      return page(`user/reg.asp?step=${number}`, '用户注册');
    case 9:
      return page(`vote.asp?id=${number}`, '投票');
    default:
      return page(`about${number}.asp`, '学校概况');
  }
}
