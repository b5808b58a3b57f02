import { child, children, flag, is, type ModdleElement, text, within } from '../moddle.ts';
import { error, isExecutable, type Rule, warning } from './rule.ts';
import { isSameItem, itemOf } from './same-item.ts';

type Finding = ReturnType<typeof error>;

/** What an element says of the data it takes and gives agrees with itself (BPMN 2.0.2, 10.4.1 and 10.4.2). */
export const dataSets: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) => {
    const elements = within(root);
    const inSets = new Set(elements.flatMap((set) => sides.flatMap(({ refs }) => children(set, refs))));
    return elements.flatMap((element) =>
      [
        ...unlisted(element, inSets),
        ...subsets(element),
        ...pairing(element),
        ...sources(element),
        ...ends(element),
        ...collections(element),
      ].map((finding) => ({ ...finding, file, element: element.id ?? ownerOf(element) })),
    );
  });

const sides = [
  {
    data: 'bpmn:DataInput',
    set: 'bpmn:InputSet',
    refs: 'dataInputRefs',
    parts: ['optionalInputRefs', 'whileExecutingInputRefs'],
    pairs: 'outputSetRefs',
    back: 'inputSetRefs',
  },
  {
    data: 'bpmn:DataOutput',
    set: 'bpmn:OutputSet',
    refs: 'dataOutputRefs',
    parts: ['optionalOutputRefs', 'whileExecutingOutputRefs'],
    pairs: 'inputSetRefs',
    back: 'outputSetRefs',
  },
];

/** Every data input of a specification is in an input set, every data output in an output set. */
function unlisted(element: ModdleElement, inSets: Set<ModdleElement>): Finding[] {
  const side = sides.find(({ data }) => data === element.$type);
  if (!side || element.$parent?.$type !== 'bpmn:InputOutputSpecification' || inSets.has(element)) return [];
  return [
    error('data_outside_sets', {
      vi: `Dữ liệu không nằm trong tập nào (${side.refs}).`,
      en: `The data are in no set (${side.refs}).`,
    }),
  ];
}

/** What is optional, or exchanged while the activity runs, is listed among the data of its set. */
function subsets(set: ModdleElement): Finding[] {
  const side = sides.find(({ set: type }) => type === set.$type);
  if (!side) return [];
  const listed = children(set, side.refs);
  return side.parts
    .filter((part) => children(set, part).some((data) => !listed.includes(data)))
    .map((part) =>
      error('data_not_listed', {
        vi: `${part} ghi dữ liệu không có trong ${side.refs}.`,
        en: `${part} names data that ${side.refs} does not list.`,
      }),
    );
}

/** An input set and an output set that belong together say so of each other. */
function pairing(set: ModdleElement): Finding[] {
  const side = sides.find(({ set: type }) => type === set.$type);
  if (!side || children(set, side.pairs).every((other) => children(other, side.back).includes(set)))
    return [];
  return [
    error('data_sets_not_paired', {
      vi: `${side.pairs} trỏ tới một tập không trỏ lại (${side.back}).`,
      en: `${side.pairs} refers to a set that does not refer back (${side.back}).`,
    }),
  ];
}

/** Without a transformation an association copies one thing. */
function sources(association: ModdleElement): Finding[] {
  if (child(association, 'transformation') || !association.$type.endsWith('Association')) return [];
  if (children(association, 'sourceRef').length < 2) return [];
  return [
    error('several_sources', {
      vi: 'Liên kết dữ liệu có nhiều nguồn phải có phép biến đổi (transformation).',
      en: 'A data association with several sources must have a transformation.',
    }),
  ];
}

/**
 * Without a transformation or assignment an association copies between data of one kind; from outside nothing fills what the
 * process gets from its caller, and nothing takes what it gives to it.
 */
function ends(association: ModdleElement): Finding[] {
  if (!is(association, 'bpmn:DataAssociation')) return [];
  const [source] = children(association, 'sourceRef');
  const target = child(association, 'targetRef');
  const isOfProcess = (data: ModdleElement | undefined, type: string) =>
    data?.$type === type && data.$parent?.$parent?.$type === 'bpmn:Process';
  const reversed = isOfProcess(target, 'bpmn:DataInput') || isOfProcess(source, 'bpmn:DataOutput');
  const found = isExecutable(association) ? error : warning;
  const copies = !child(association, 'transformation') && children(association, 'assignment').length === 0;
  return [
    ...(reversed
      ? [
          found('process_data_reversed', {
            vi: 'Đầu vào của quy trình không được ghi từ bên trong, đầu ra của nó không được đọc từ bên trong.',
            en: 'Nothing inside a process may write its inputs, or read its outputs.',
          }),
        ]
      : []),
    ...(copies && !isSameItem(itemOf(source), itemOf(target))
      ? [
          found('association_data_differ', {
            vi: 'Liên kết dữ liệu nối hai loại dữ liệu khác nhau mà không có phép biến đổi (transformation).',
            en: 'The association connects data of different kinds without a transformation.',
          }),
        ]
      : []),
  ];
}

/** Data are a collection exactly if what they are of is one. */
function collections(data: ModdleElement): Finding[] {
  const item = child(data, 'itemSubjectRef');
  if (!item || !['bpmn:DataObject', 'bpmn:DataInput', 'bpmn:DataOutput'].includes(data.$type)) return [];
  if ((flag(data, 'isCollection') ?? false) === (flag(item, 'isCollection') ?? false)) return [];
  return [
    (isExecutable(data) ? error : warning)('collection_mismatch', {
      vi: `isCollection khác với định nghĩa "${item.id}" mà dữ liệu tham chiếu.`,
      en: `isCollection differs from the definition "${item.id}" that the data refer to.`,
    }),
  ];
}

function ownerOf({ $parent }: ModdleElement): string | null {
  return $parent ? (text($parent, 'id') ?? ownerOf($parent)) : null;
}
