import { Model } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'

// The same first question in SurveyJS's own Preact interface, one question at a time, its definition fetched as ours is.
const place = document.createElement('div')
document.currentScript?.after(place)

void fetch('/survey.json')
  .then((response) => response.json())
  .then((definition) => renderSurvey(new Model(definition), place))
