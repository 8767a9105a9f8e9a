"""What a scene's quoted texts are made of: verbs that follow the tense, alternatives, the luck that picks among them. Knows no scene."""
