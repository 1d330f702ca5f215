import { type Binding, MARKED } from "../../notes/binding/bindings.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { FileContext } from "../../notes/reading/context.ts";
import { type Note, type NoteFileContent, namespaceOf } from "../../notes/reading/note.ts";
import { NAMES_A_WHOLE, WHOLE_TITLE } from "../../notes/reading/terms.ts";
import { nameKey } from "../../notes/words/names.ts";
import { bareTitle, isUnmistakable, tells, withoutSigns } from "./cardWords.ts";
import { isSameService, isServiceTitle, namesService } from "./serviceTitle.ts";

/** The parts of the index that cards need: bindings of notes, and the vocabulary. */
export type CardSource = Pick<NoteIndex, "bindingsIn" | "vocabulary">;

/** A note whose whole title is a known name, of a service, resource type, property or topic. */
export interface KnownNote {
  readonly isService: boolean;
  /** Whether the name is unambiguous without context. */
  readonly isClear: boolean;
  /** Whether it is an unambiguous name of no service, or part of templates: a short text is enough to define it. */
  readonly isExact: boolean;
  /** Whether it is a part of CloudFormation templates, such as a section, attribute or function. */
  readonly isOfTemplates: boolean;
  /** Whether it is below headings of other services: `VPC peering` below FSx. */
  readonly isGuest: boolean;
}

const BASIC: KnownNote = { isService: false, isClear: true, isExact: true, isOfTemplates: false, isGuest: false };

/** Maximum length of a heading shown as a card's subject. */
const MAX_TITLE = 60;
/** A heading that is a sentence or its beginning. */
const IS_CUT =
  /^(?:once|when|if|after|before|how|why|what|where|explain|describe|list|let['’]s|talk|(?:key |main )?(?:insights|takeaways|points))\b|\s(?:to|of|for|with|and|or|in|on|by|the|an?)$|\s(?:is|are|can|ha(?:s|ve)|does|do|will|must|should|supports?|allows?|provides?|enables?|offers?)\s|\b(?:lessons?|lecture|transcript|today['’]?s)\b|[-=]>|[?？]$/iu;
/** Kinds of places that belong to the template language itself. */
const IS_LANGUAGE = /^(?:section|attribute|metadata|function|pseudo)$/;
/** Common words, commands, and labels that any text may have. */
const IS_WORD = /-based$|^aws [a-z\d-]+ [a-z]|^\p{Ll}+(?:_\p{Ll}+)*$|^[^\p{L}\p{N}!]/u;
const IS_LABEL =
  /^(?:topics?|references?|links?|passwords?|user ?name|region|e-?mail|domain|category|tags?|level|score|date|name|(?:\d+ )?types?|status|description|source|target|version|notes?|summary|user types?|(?:(?:key|core|main|basic) )*(?:features?|concepts?|components?|terms?|terminology|properties)|definitions?|purposes?|security|scalability|performance|(?:high )?availability|reliability|durability|flexibility|elasticity|costs?|pricing|integrations?|compliance|monitoring|automation|management|simplicity|efficiency|認証|セキュリティ|可用性|高可用性|スケーラビリティ|拡張性|柔軟性|コスト|料金|耐久性|性能|パフォーマンス|信頼性|運用|監視|統合|連携|冗長性|耐障害性|互換性|トピック|参照|参考|ドメイン|カテゴリー?|タグ|レベル|スコア|日付|名前|タイプ|ステータス|ソース|ターゲット|バージョン|説明|定義|目的)$/iu;
/** Nouns of actions; as titles of several items of one file they are labels. */
const IS_DEED = /^(?:\p{L}+(?:ment|uration)|functions?|roles?)$/iu;

/** Names of several words: `Connection Draining`, `セキュリティグループ`, not `Step`. */
const HAS_WORDS = /[\p{L}\d]{2,}[\s-][\p{L}\d]{2,}|[ァ-ヶー]{7,}/u;

/** Basic terms that have one meaning in any notes on AWS. */
const IS_BASIC =
  /^(?:(?:(?:AWS )?region|availability zone|edge location|key pair|instance type|AMI|ARN|AZ|EIP|ENI)s?|IOPS|リージョン|アベイラビリティー?ゾーン|エッジロケーション|キーペア|インスタンスタイプ)$/iu;

function servicesOf({ topic, place }: Binding): readonly string[] {
  const ofPlace = place.kind === "type" || place.kind === "property" ? [namespaceOf(place.type)] : [];
  return [...(topic?.services ?? ofPlace)];
}

/** Whether a heading repeats the name, or the name the heading. */
function saysAgain(title: string, name: string): boolean {
  const [above, below] = [nameKey(title), nameKey(bareTitle(name))];
  const short = title.replace(/^(?:AWS|Amazon) /, "");
  return (
    below.includes(above) ||
    (name.toLowerCase().startsWith(short.toLowerCase()) && !/^[a-z]/i.test(name.slice(short.length))) ||
    (/[\s\d]|\p{Lu}\p{L}*\p{Lu}/u.test(name) && !isServiceTitle(bareTitle(title)) && above.includes(below))
  );
}

/** The notes of a file with known names as titles, and their context. */
export class KnownNotes {
  private readonly known = new Map<Note, KnownNote>();
  private readonly parents = new Map<Note, Note>();
  private readonly source: CardSource;
  private readonly context: FileContext;

  constructor(file: NoteFileContent, source: CardSource) {
    this.source = source;
    this.context = new FileContext(file, source.vocabulary.services);
    for (const note of file.notes) for (const child of note.children) this.parents.set(child, note);
    const deeds = file.notes.map(({ title }) => bareTitle(title)).filter((title) => IS_DEED.test(title));
    const once = new Set<string>();
    const repeated = new Set(deeds.filter((title) => once.size === once.add(title).size));
    for (const binding of source.bindingsIn(file.uri)) {
      const { note, topic, scope, strength, place } = binding;
      const title = withoutSigns(note.title);
      // The subject of a sentence has to be the whole name.
      const least = note.naming === "sentence" ? NAMES_A_WHOLE : WHOLE_TITLE;
      if (
        strength < least ||
        IS_WORD.test(title) ||
        IS_LABEL.test(bareTitle(title)) ||
        (note.kind === "item" && repeated.has(bareTitle(title)))
      )
        continue;
      if (!this.isMeant(binding, title)) continue;
      // Parts of CloudFormation are no services.
      const isPart = place.kind === "type" && namespaceOf(place.type) === "CloudFormation";
      const isService = isServiceTitle(title) || (scope === "service" && !isPart);
      const isOwn = topic !== undefined || place.kind !== "property" || place.value !== undefined;
      const isOne = HAS_WORDS.test(title) && (topic !== undefined || namesService(title));
      const isClear = isOwn && (isUnmistakable(title) || isOne);
      const before = this.known.get(note);
      const isOfTemplates = !isService && topic !== undefined && [...topic.services].join() === "CloudFormation";
      this.known.set(note, {
        isService,
        isClear: isClear || before?.isClear === true,
        isExact: (isClear && !isService) || isOfTemplates || before?.isExact === true,
        isOfTemplates: isOfTemplates || (!isService && IS_LANGUAGE.test(place.kind)) || before?.isOfTemplates === true,
        isGuest: !isService && !isUnmistakable(title) && before?.isGuest !== false && this.isGuest(binding),
      });
    }
    for (const note of file.notes)
      if (!this.known.has(note) && IS_BASIC.test(bareTitle(note.title))) this.known.set(note, BASIC);
  }

  /** Whether no title is a known name. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  of(note: Note): KnownNote | undefined {
    return this.known.get(note);
  }

  /** Whether a note's context fits the service that its name is bound to; unambiguous names need no context. */
  private isMeant(binding: Binding, title: string): boolean {
    const { note, topic, fit, strength, scope } = binding;
    if (strength >= MARKED || scope === "service") return true;
    const isOne = fit > 0 && HAS_WORDS.test(title);
    if (topic === undefined ? isOne && namesService(title) : isOne || isUnmistakable(title)) return true;
    const around = this.context.servicesAbove(note);
    const own = servicesOf(binding);
    return fit > 0 && (own.length === 0 ? around.size > 0 : own.some((service) => around.has(service)));
  }

  private isGuest(binding: Binding): boolean {
    const around = this.context.servicesAbove(binding.note);
    const own = servicesOf(binding);
    return around.size > 0 && own.length > 0 && !own.some((service) => around.has(service));
  }

  /** Whether a text has a known name that needs no context. */
  mentions(text: string): boolean {
    return this.source.vocabulary.topics.mentionedIn(text).some(({ scope }) => scope !== "service");
  }

  /** The nearest heading above that is a service name. */
  serviceAbove(note: Note): string | undefined {
    return this.above(note)
      .map(({ title }) => this.shortTitle(title))
      .findLast(isServiceTitle);
  }

  /** The notes around a note, outermost first. */
  above(note: Note): readonly Note[] {
    const above: Note[] = [];
    for (let one = this.parents.get(note); one !== undefined; one = this.parents.get(one)) above.push(one);
    return above.reverse();
  }

  /**
   * What has to be said before a name, so that one knows which is meant: the service, and the nearest known thing above
   * it. `undefined` if nothing above says so, and the name by itself may be anything.
   */
  subject(note: Note, name: string): readonly string[] | undefined {
    const known = this.of(note);
    const above = this.above(note);
    if (known?.isService === true) return this.isRole(note, name) ? undefined : [];
    if (known?.isGuest === true) return undefined;
    if (known?.isClear === true && isUnmistakable(name)) return [];
    const service = this.serviceAbove(note);
    const nearest =
      above.findLast((one) => this.of(one) !== undefined) ??
      (service === undefined ? above.findLast(({ title }) => this.speaksOf(bareTitle(title))) : undefined);
    const said = [service, nearest && this.shortTitle(nearest.title)].filter((title) => title !== undefined);
    const short = [...new Set(said)].filter((title) => title.length <= MAX_TITLE && !IS_CUT.test(title));
    const subject = short.filter((title) => !saysAgain(title, name));
    return short.length > 0 || known?.isClear === true ? subject : undefined;
  }

  /** Whether a service is below a heading of another one, whose use of it is described there. */
  isRole(note: Note, name: string): boolean {
    return this.above(note).some(
      // `Load Balancer` below `Gateway Load Balancer` is another service.
      ({ title }) =>
        this.speaksOfService(title) &&
        !isSameService(bareTitle(title), name) &&
        (!tells(title, name) || (isServiceTitle(bareTitle(title)) && nameKey(title).includes(nameKey(name)))),
    );
  }

  /** The thing that a title names beside a folder, a topic or the kind of text: `AWS/Storage/Amazon S3`, `EC2: the basics`. */
  private shortTitle(title: string): string {
    const bare = bareTitle(title).replace(/[-_]notes?$/i, "");
    const parts = bare.split(/\s*(?:[：／/]|(?<!:):(?!:))\s*|\s[–—-]\s/u).map(bareTitle);
    const named = parts.filter((part) => isServiceTitle(part) || this.mentions(part));
    return (named.length === 1 ? named[0] : undefined) ?? bare;
  }

  private speaksOf(title: string): boolean {
    return this.speaksOfService(title) || this.mentions(title);
  }

  private speaksOfService(title: string): boolean {
    return this.source.vocabulary.services.mentioned(title).size > 0;
  }
}
