/** A school that a portal belongs to. All but the first two are invented. */
export interface School {
  /** Its name as footers write it. */
  readonly name: string;
  /** As authors write it in their notes. */
  readonly short: string;
  readonly host: string;
  readonly street: string;
  readonly postcode: string;
  readonly phone: string;
  readonly mail: string;
}

const school = (name: string, short: string, host: string, street: string, phone: string): School => ({
  name,
  short,
  host,
  street,
  postcode: '315012',
  phone,
  mail: `web@${host.replace(/^www\./u, '')}`,
});

/** Schools of every rank that the names' grammar knows: province, city, county, prefecture; one, two or three signs at the door. */
export const schools: readonly [School, ...School[]] = [
  school('中共宁波市委党校', '宁波市委党校', 'www.nbdx.cn', '文教路1号', '0574-87082000'),
  school('中共广州市委党校（广州行政学院）', '广州市委党校', 'www.gzswdx.gov.cn', '学院路8号', '020-86040000'),
  school('中共临湖市委党校', '临湖市委党校', 'www.lhswdx.cn', '湖滨东路66号', '0599-2110086'),
  school('中共江东省委党校（江东行政学院）', '江东省委党校', 'www.jddx.gov.cn', '崇文大道201号', '021-66120001'),
  school('中共云岭县委党校', '云岭县委党校', 'www.ylxwdx.com', '学堂巷12号', '0838-6200341'),
  school('中共安澜市委党校', '安澜市委党校', 'dangxiao.anlan.gov.cn', '海塘路30号', '0572-3011209'),
  school('中共青岚市石塘区委党校', '石塘区委党校', 'www.stqwdx.gov.cn', '石塘中路5号', '0577-8890123'),
  school('中共北屏州委党校', '北屏州委党校', 'www.bpzwdx.com', '团结路118号', '0878-3122550'),
  school('中共岭西省委党校(岭西省行政学院)', '岭西省委党校', 'www.lxswdx.cn', '南湖大道77号', '0431-85870000'),
  school('中共白榆市委党校', '白榆市委党校', 'www.bydx.gov.cn', '人民西路420号', '0912-3520118'),
];

/** Hosts that tell nothing, for pages whose school must be known by its name. */
export const strangeHosts: readonly [string, ...string[]] = [
  '218.75.26.44',
  'www.xueshuwang.example',
  '10.36.1.8:8080',
];
