/** Where nothing is here yet: this may be the laptop that is to go on for one that has died. */
import { sayLaptop } from '../../laptopWords.ts';

export function TakeCard() {
  return (
    <div class="take-card">
      <p>{sayLaptop('take.card')}</p>
      <a class="button" href="/console/laptop">
        {sayLaptop('take.card.go')}
      </a>
    </div>
  );
}
