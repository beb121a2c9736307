import { Link, useParams } from "@tanstack/react-router";
import { TOPIC_NAMES, TOPICS, type Topic, type TopicName, topicNamed } from "../../../shared/text/learn-topics.ts";
import { SIMULATION } from "../../../shared/text/simulation-rates.ts";
import { NotFoundPage } from "../../shell/not-found-page.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { LearnMiniature } from "./learn-miniature.tsx";
import { SimulationTable } from "./simulation-table.tsx";
import "../../ui/card.css";
import "./learn.css";

const TITLE = "How to read this";

/** Every topic with its picture, and what was measured of the rules. */
export function LearnPage() {
  useTitle(TITLE);
  return (
    <>
      <div className="page-head">
        <h1>{TITLE}</h1>
        <p className="secondary">
          Each word that is special here, in less than a minute. The same texts stand behind every question mark.
        </p>
      </div>
      <ul className="learn-topics">
        {TOPIC_NAMES.map((name) => (
          <li key={name} className="card learn-card">
            <h2>
              <Link to="/learn/$topic" params={{ topic: name }}>
                {TOPICS[name].title}
              </Link>
            </h2>
            <LearnMiniature kind={TOPICS[name].miniature} width={300} />
            <p className="secondary">{TOPICS[name].paragraphs[0]}</p>
          </li>
        ))}
      </ul>
      <Measured />
    </>
  );
}

/** One topic in full. */
export function TopicPage() {
  const { topic: asked } = useParams({ from: "/shell/learn/$topic" });
  const found = topicNamed(asked);
  return found === null ? <NotFoundPage /> : <TopicText name={found.name} topic={found.topic} />;
}

function TopicText({ name, topic }: { name: TopicName; topic: Topic }) {
  useTitle(topic.title);
  const steps = [
    { key: "learn", content: <Link to="/learn">{TITLE}</Link> },
    { key: name, content: topic.title },
  ];
  return (
    <>
      <div className="page-head">
        <Breadcrumbs steps={steps} />
        <h1>{topic.title}</h1>
      </div>
      <div className="card learn-topic">
        {name === "simulation" ? null : <LearnMiniature kind={topic.miniature} width={300} />}
        <div className="learn-text">
          {topic.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      {name === "simulation" ? <Measured /> : null}
    </>
  );
}

function Measured() {
  return (
    <section className="card" aria-labelledby="measured">
      <div className="card-head">
        <h2 id="measured">Measured on simulated series</h2>
      </div>
      <p className="secondary learn-measured">
        {SIMULATION.series.toLocaleString("en-GB")} stable series of {SIMULATION.months} months, and half as many with a
        shift after 24 months, each read anew every month. Seed {SIMULATION.seed}.
      </p>
      <SimulationTable />
    </section>
  );
}
