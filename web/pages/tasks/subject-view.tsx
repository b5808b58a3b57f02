import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import type { SubjectRef } from '../../../api/contract/index.ts';
import { BlocYearView } from '../../components/blocs/bloc-year-view.tsx';
import { DossierView } from '../../components/dossier/dossier-view.tsx';
import { InitiativeView } from '../../components/initiatives/initiative-view.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PaperView as OfficePaperView } from '../../components/office-papers/paper-view.tsx';
import { PaperView } from '../../components/papers/paper-view.tsx';
import { PlanView } from '../../components/plans/plan-view.tsx';
import { ScoringView } from '../../components/plans/scoring-view.tsx';
import { RoleModelView } from '../../components/role-models/role-model-view.tsx';
import { DossierStatusTag } from '../../components/status-tags.tsx';
import { subjectPath } from '../../components/subject-path.ts';
import { useBlocYear } from '../../queries/blocs.ts';
import { useDossier } from '../../queries/dossiers.ts';
import { useInitiative } from '../../queries/initiatives.ts';
import { useOfficePaper } from '../../queries/office-papers.ts';
import { usePaper } from '../../queries/papers.ts';
import { usePlan, useScoring } from '../../queries/plans.ts';
import { useRoleModel } from '../../queries/role-models.ts';

interface Props {
  subject: SubjectRef;
}

function DossierBeside({ subject }: Props) {
  const dossier = useDossier(subject.id);
  return (
    <>
      <h2>
        {subject.title} {dossier.data && <DossierStatusTag status={dossier.data.status} />}
      </h2>
      <Loaded query={dossier}>{(loaded) => <DossierView dossier={loaded} />}</Loaded>
    </>
  );
}

function PlanBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={usePlan(subject.id)}>{(plan) => <PlanView plan={plan} />}</Loaded>
    </>
  );
}

function ScoringBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={useScoring(subject.id)}>{(scoring) => <ScoringView scoring={scoring} />}</Loaded>
    </>
  );
}

function OfficePaperBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={useOfficePaper(subject.id)}>{(paper) => <OfficePaperView paper={paper} />}</Loaded>
    </>
  );
}

function DossierPaperBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={usePaper(subject.id)}>{(paper) => <PaperView paper={paper} />}</Loaded>
    </>
  );
}

function BlocYearBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={useBlocYear(subject.id)}>{(year) => <BlocYearView year={year} />}</Loaded>
    </>
  );
}

function RoleModelBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={useRoleModel(subject.id)}>{(model) => <RoleModelView model={model} />}</Loaded>
    </>
  );
}

function InitiativeBeside({ subject }: Props) {
  return (
    <>
      <h2>{subject.title}</h2>
      <Loaded query={useInitiative(subject.id)}>
        {(initiative) => <InitiativeView initiative={initiative} />}
      </Loaded>
    </>
  );
}

const views: Record<SubjectRef['kind'], (props: Props) => ReactElement> = {
  dossier: DossierBeside,
  work_plan: PlanBeside,
  plan_scoring: ScoringBeside,
  bloc_year: BlocYearBeside,
  role_model: RoleModelBeside,
  initiative: InitiativeBeside,
  office_paper: OfficePaperBeside,
  paper: DossierPaperBeside,
  // A session's steps are done on its own page.
  session: ({ subject }) => <Navigate to={subjectPath(subject)} replace />,
};

/** What a task is about, as one sees it beside the decision. */
export function SubjectView({ subject }: Props) {
  const View = views[subject.kind];
  return <View subject={subject} />;
}
