import { useState } from "react";
import { registerNamed, type Adoption, type MappedColumn, type Register, type SameMeaning, type TheirColumn } from "../../registers";
import { firstMapping, withAllOfProject, withColumn, withMeaning, withTheirs, type MappingGround } from "./change-mapping";
import { lostColumns, withoutLost, type LostColumn } from "./list-checks";
import { suggestRegister } from "./suggest-adoption";

export interface MappingDraft {
  readonly register: Register;
  readonly adoption: Adoption;
  /** Its rows are copied: nothing is shown or changed in the list afterwards. */
  readonly isCopy: boolean;
  /** What was mapped before and is not there any more. */
  readonly lost: readonly LostColumn[];
  /** Something was chosen that is not kept yet. */
  readonly isChanged: boolean;
  readonly setRegister: (name: string) => void;
  readonly setColumn: (name: string, their: TheirColumn | undefined) => void;
  readonly setMeaning: (name: string, theirs: string, ours: SameMeaning["ours"] | undefined) => void;
  readonly setAllOfProject: (ref: string) => void;
  /** A column says the project, or nothing does. */
  readonly setProjectColumn: (their: TheirColumn | undefined) => void;
  readonly takeAdded: (added: ReadonlyMap<string, MappedColumn>) => void;
}

interface DraftGround {
  readonly saved: Adoption | undefined;
  readonly isCopy: boolean;
}

interface Kept {
  readonly register: Register;
  readonly adoption: Adoption;
  readonly lost: readonly LostColumn[];
}

/** A mapping in the making: the saved one, else the likeliest; what a person changed stays theirs whatever arrives meanwhile. */
export function useMappingDraft(offered: readonly Register[], ground: MappingGround & DraftGround): MappingDraft | undefined {
  const [kept, setKept] = useState<Kept | undefined>(() => firstDraft(offered, ground));
  const [isChanged, setIsChanged] = useState(false);
  if (kept === undefined) return undefined;
  const { register, adoption, lost } = kept;
  const change = (next: Adoption): void => {
    setIsChanged(true);
    setKept({ register, adoption: next, lost });
  };
  return {
    register,
    adoption,
    isCopy: ground.isCopy,
    lost,
    isChanged,
    setRegister: (name) => {
      const next = offered.find((one) => one.name === name);
      if (next === undefined) return;
      setIsChanged(true);
      setKept({ register: next, adoption: firstMapping(next, ground), lost: [] });
    },
    setColumn: (name, their) => change(withTheirs(adoption, { register, name, their }, ground)),
    setMeaning: (name, theirs, ours) => change(withMeaning(adoption, name, { theirs, ours })),
    setAllOfProject: (ref) => change(withAllOfProject(adoption, ref)),
    setProjectColumn: (their) => change(withTheirs(withAllOfProject(adoption, undefined), { register, name: "ProjectRef", their }, ground)),
    takeAdded: (added) => change([...added].reduce((last, [name, mapped]) => withColumn(last, name, mapped), adoption)),
  };
}

function firstDraft(offered: readonly Register[], ground: MappingGround & DraftGround): Kept | undefined {
  const { saved, look } = ground;
  const known = saved === undefined ? undefined : registerNamed(saved.register);
  if (saved !== undefined && known !== undefined) {
    const lost = lostColumns(known, saved, look);
    return { register: known, adoption: { ...withoutLost(saved, lost), listName: look.listName }, lost };
  }
  const register =
    suggestRegister(
      offered.filter(({ level }) => level === "light"),
      look,
    ) ?? offered[0];
  return register === undefined ? undefined : { register, adoption: firstMapping(register, ground), lost: [] };
}
