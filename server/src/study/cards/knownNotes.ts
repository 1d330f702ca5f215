import { type Binding, MARKED } from "../../notes/binding/bindings.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { FileContext } from "../../notes/reading/context.ts";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { namespaceOf } from "../../notes/reading/place.ts";
import { NAMES_A_WHOLE, WHOLE_TITLE } from "../../notes/reading/terms.ts";
import { nameKey } from "../../notes/words/names.ts";
import { bareTitle, isUnmistakable, tells, withoutSigns } from "./cardWords.ts";
import { isSameService, isServiceTitle, namesService } from "./serviceTitle.ts";

/** What cards ask of the index: the places of notes, and what names mean. */
export type CardSource = Pick<NoteIndex, "bindingsIn" | "vocabulary">;

/** A note whose title, as a whole, is a name of something that templates have. */
export interface KnownNote {
  readonly isService: boolean;
  /** Whether the name is one that people use for nothing else, wherever it stands. */
  readonly isClear: boolean;
  /** Whether it is clear, or a part of templates: a few words say what that is. */
  readonly isExact: boolean;
  /** Whether it is a part of templates. */
  readonly isOfTemplates: boolean;
  /** Whether it stands below services that it does not belong to: what `VPC peering` is for FSx. */
  readonly isGuest: boolean;
}

const BASIC: KnownNote = { isService: false, isClear: true, isExact: true, isOfTemplates: false, isGuest: false };

/** Columns of a title that can stand in front of a name. */
const LONGEST_TITLE = 60;
/** A title that is a sentence, and goes on below. */
const IS_CUT =
  /^(?:once|when|if|after|before|how|why|what|where|explain|describe|list|let['’]s|talk)\b|\s(?:to|of|for|with|and|or|in|on|by|the|an?)$|\s(?:is|are|can|ha(?:s|ve)|does|do|will|must|should|supports?|allows?|provides?|enables?)\s|[?？]$/iu;
/** Places of what CloudFormation itself reads. */
const IS_LANGUAGE = /^(?:section|attribute|metadata|function|pseudo)$/;
/** What a file is called in its order: `01-IAM-notes`. */
const IS_FILE = /^\d+[-_]\S+$/;
/** A word like any other, an option of a command, and what labels a part of any text. */
const IS_WORD = /-based$|^aws [a-z\d-]+ [a-z]|^\p{Ll}+(?:_\p{Ll}+)*$|^[^\p{L}\p{N}!]/u;
const IS_LABEL =
  /^(?:topics?|references?|links?|passwords?|user ?name|region|e-?mail|domain|category|tags?|level|score|date|name|(?:\d+ )?types?|status|description|source|target|version|notes?|summary|user types?|(?:(?:key|core|main|basic) )*(?:features?|concepts?|components?|terms?|terminology)|properties|definitions?|purposes?|security|scalability|performance|(?:high )?availability|reliability|durability|flexibility|elasticity|costs?|pricing|integrations?|compliance|monitoring|automation|management|simplicity|efficiency|セキュリティ|可用性|高可用性|スケーラビリティ|拡張性|柔軟性|コスト|料金|耐久性|性能|パフォーマンス|信頼性|運用|監視|統合|連携|冗長性|耐障害性|互換性|トピック|ドメイン|カテゴリー?|タグ|レベル|スコア|日付|名前|タイプ|ステータス|ソース|ターゲット|バージョン|説明|定義|目的)$/iu;
/** What is done, or what for, not a thing; if more items than one of a file are called so, it labels what is told of things. */
const IS_DEED = /^(?:\p{L}+(?:ment|uration)|functions?)$/iu;

/** Names of more words than one: `Connection Draining`, `セキュリティグループ`, not `Step`. */
const HAS_WORDS = /[\p{L}\d]{2,}[\s-][\p{L}\d]{2,}|[ァ-ヶー]{7,}/u;

/** What everybody learns first of AWS, and nothing else in notes on it is called so. */
const IS_BASIC =
  /^(?:(?:(?:AWS )?region|availability zone|edge location|key pair|instance type|AMI|ARN|AZ|EIP|ENI)s?|IOPS|リージョン|アベイラビリティー?ゾーン|エッジロケーション|キーペア|インスタンスタイプ)$/iu;

function servicesOf({ topic, place }: Binding): readonly string[] {
  const ofPlace = place.kind === "type" || place.kind === "property" ? [namespaceOf(place.type)] : [];
  return [...(topic?.services ?? ofPlace)];
}

/** Whether one of two names is in the other. */
function saysAgain(title: string, name: string): boolean {
  const [above, below] = [nameKey(title), nameKey(name)];
  return (
    below.includes(above) ||
    (/[\s\d]|\p{Lu}\p{L}*\p{Lu}/u.test(name) && !isServiceTitle(bareTitle(title)) && above.includes(below))
  );
}

/** The notes of a file that the product itself understands, and what stands around them. */
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
      // What a sentence is about is a name as a whole.
      const least = note.naming === "sentence" ? NAMES_A_WHOLE : WHOLE_TITLE;
      if (
        strength < least ||
        IS_WORD.test(title) ||
        IS_LABEL.test(bareTitle(title)) ||
        (note.kind === "item" && repeated.has(bareTitle(title)))
      )
        continue;
      if (!this.isMeant(binding, title)) continue;
      // Of CloudFormation itself, which has stacks, only its name.
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

  /** Whether no title is a name of anything that templates have. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  of(note: Note): KnownNote | undefined {
    return this.known.get(note);
  }

  /** Whether what stands around a note is of the service that its name is bound to; a topic's own names need no such thing. */
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

  /** Whether a text speaks of anything by a name that needs no context. */
  mentions(text: string): boolean {
    return this.source.vocabulary.topics.mentionedIn(text).some(({ scope }) => scope !== "service");
  }

  /** The nearest title above that is a service's name. */
  serviceAbove(note: Note): string | undefined {
    return this.above(note)
      .map(({ title }) => bareTitle(title))
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
      (service === undefined ? above.findLast(({ title }) => this.speaksOfService(title)) : undefined);
    const said = [service, nearest && bareTitle(nearest.title).replace(/[-_]notes?$/i, "")].filter(
      (title) => title !== undefined,
    );
    const short = [...new Set(said)].filter((title) => title.length <= LONGEST_TITLE && !IS_CUT.test(title));
    const subject = short.filter((title) => !saysAgain(title, name) && !IS_FILE.test(title));
    return short.length > 0 || known?.isClear === true ? subject : undefined;
  }

  /** Whether a service stands below another one: what it is to that does not say what it is. */
  isRole(note: Note, name: string): boolean {
    return this.above(note).some(
      // A Gateway Load Balancer is another one than the `Load Balancer` below it.
      ({ title }) =>
        this.speaksOfService(title) &&
        !isSameService(bareTitle(title), name) &&
        (!tells(title, name) || (isServiceTitle(bareTitle(title)) && nameKey(title).includes(nameKey(name)))),
    );
  }

  private speaksOfService(title: string): boolean {
    return this.source.vocabulary.services.mentioned(title).size > 0;
  }
}
